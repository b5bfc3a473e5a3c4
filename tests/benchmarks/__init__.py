"""What the Gherkin layer costs: the features under pytest-bdd, under behave, and without either.

A program, not a test: `python -m tests.benchmarks` prints a table. Everything is timed in
processes of its own, in turn, and no duration is ever asserted.
"""
