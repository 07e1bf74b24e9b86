"""Builds and runs programs side by side, judges what they took, and tells it."""
