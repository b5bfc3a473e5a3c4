"""Builders of what people read. They write to `reports/out/`, which git ignores."""
