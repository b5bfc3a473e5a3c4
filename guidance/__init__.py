"""Reading guides: what a guide states, and how each statement is accounted for."""
