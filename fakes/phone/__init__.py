"""The smartphone: its hardware, and the two apps of the guide."""
