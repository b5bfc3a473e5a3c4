"""Guides with known changes, and how well they are judged."""
