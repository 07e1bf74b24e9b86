"""Builds and runs programs side by side, holds what they took against the goals, and prints it."""
