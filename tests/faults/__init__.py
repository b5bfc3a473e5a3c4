"""Faults at every point of every journey that the features make."""
