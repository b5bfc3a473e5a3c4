"""Walking a guide's numbered steps on the fakes' screens."""
