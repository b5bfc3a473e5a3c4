"""Walking everything that a person could do in front of the fakes, breadth first."""
