"""The IC card: the JPKI application behind `transmit`, and what readers need for it."""
