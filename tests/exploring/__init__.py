"""Tests of exploration, and the defects that it must find."""
