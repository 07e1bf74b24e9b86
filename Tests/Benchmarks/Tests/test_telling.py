"""Verdicts, tables and pages say what was found."""

import unittest

from measuring.findings import Finding, Spread
from measuring.outcome import Outcome
from measuring.telling import markdown_table, summary, text_table


class Telling(unittest.TestCase):
    def test_verdicts(self) -> None:
        self.assertEqual(Finding.ratio("a", [1, 2, 3], [4, 8, 12], at_most=0.5).verdict, "met")
        self.assertEqual(Finding.ratio("a", [1, 2, 12], [4, 8, 12], at_most=0.5).verdict, "met, not in every run")
        self.assertEqual(Finding.ratio("a", [1, 2, 3], [1, 1, 1], at_least=3).verdict, "MISSED, not in every run")
        self.assertEqual(Finding("a", None, "ms", at_most=1).verdict, "not measured")
        self.assertEqual(Finding("a", Spread(1, 1, 1)).verdict, "")

    def test_units(self) -> None:
        finding = Finding.under("a", [0.0301], "ms", at_most=0.03)
        self.assertEqual((finding.value, finding.goal), ("30.1 ms (30.1..30.1)", "at most 30 ms"))

    def test_tables(self) -> None:
        rows = [["a", "b"], ["long", "1"]]
        self.assertEqual(text_table(rows), "a     b\n----  -\nlong  1")
        self.assertEqual(markdown_table(rows), "| a | b |\n|---|---|\n| long | 1 |")

    def test_summary_counts(self) -> None:
        found = [Finding.ratio("a", [1], [2], at_most=1), Finding("b", None, "ms", at_most=1), Finding("c", None)]
        told = summary([Outcome("x", "y", findings=found)])
        self.assertEqual(told.splitlines()[-1], "2 goals: 1 met, 0 MISSED, 1 not measured.")
