"""The cases: each file generates its input, measures, compares the answers and the goals."""
