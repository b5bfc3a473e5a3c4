"""Seeded defects: mutants of the fakes, judged by the features alone and by all their tests.

mutmut makes the mutants; what is here lets it make a few kinds more (`operators`), judges each
mutant twice without starting pytest anew for it (`judge`), and accounts for the outcome.
"""
