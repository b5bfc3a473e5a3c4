"""What must hold whatever anybody does: the invariants, in words and as checks on the wires."""
