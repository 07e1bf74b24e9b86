#!/usr/bin/env python3
"""Asks the program as followup does and looks at its answers. Run it: ./test_{{module}}.py"""

import json
import pathlib
import subprocess
import unittest

PROGRAM = pathlib.Path(__file__).with_name("{{program}}")
WORDS = [
    {"word": "begun", "progress": "limited", "nothing": None},
    {"word": "done", "progress": "complete", "nothing": None},
    {"word": "unclear", "progress": None, "nothing": "reported-without-status"},
]


def party(code, *reports, standing="bound"):
    reports = [
        {"id": str(place), "word": word, "date": date, "partial": False}
        for place, (word, date) in enumerate(reports)
    ]
    return {"party": code, "standing": standing, "standingRule": "addressed", "reports": reports}


def ask(*parties):
    """What the program says of one commitment, by party."""
    requests = [
        {"type": "hello", "protocol": "followup-module/1"},
        {"type": "forum", "id": "made-up", "words": WORDS},
        {"type": "assess", "commitment": {"id": "A1"}, "parties": parties},
        {"type": "end"},
    ]
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run([PROGRAM], input=lines, capture_output=True, text=True, timeout=10, check=True)
    hello, answer = map(json.loads, run.stdout.splitlines())
    assert (hello["type"], answer["type"], answer["commitment"]) == ("hello", "assessments", "A1")
    return {assessment["party"]: assessment for assessment in answer["assessments"]}


class Answers(unittest.TestCase):
    def test_the_newest_report_speaks(self):
        answers = ask(party("AAA", ("begun", "2020"), ("done", "2021-03")), party("BBB", ("unclear", "2020")))
        self.assertEqual(answers["AAA"]["progress"], "complete")
        self.assertEqual(answers["BBB"]["nothing"], "reported-without-status")

    def test_silence_is_no_progress(self):
        answers = ask(party("AAA"), party("BBB", ("done", "2020"), standing="exempt"))
        self.assertEqual(answers["AAA"]["nothing"], "no-report")
        self.assertEqual(answers["BBB"]["nothing"], "not-addressed")

    def test_the_forums_own_rule(self):
        answers = ask(party("AAA", ("done", "2021-03")), party("BBB"))
        self.fail(
            "next: write here what your forum's rule says of these reports in place of this "
            f"(now it is {answers}); change assess() in {{program}} until it holds; add the rule to RULES, "
            "with its article as source; tell it in README.md"
        )


if __name__ == "__main__":
    unittest.main()
