"""The multi-function copier of a convenience store, with its two services for the card."""
