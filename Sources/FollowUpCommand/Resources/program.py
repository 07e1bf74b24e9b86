#!/usr/bin/env python3
"""Reads a forum by … (say here by which mechanism), over followup-module/1."""

import json
import sys

PROTOCOL = "followup-module/1"
# Each rule of your own: {"id": "own-rule", "text": {"en": "…", "es": "…"}, "source": "article 7"}
RULES = []


def assess(request, words):
    """One assessment for each party that was asked about."""
    return [read(party, words) for party in request["parties"]]


def read(party, words):
    """The newest report on the whole commitment speaks."""
    # How the party stands by membership and exceptions is worked out already.
    reading = {key: party[key] for key in ("party", "standing", "standingRule")}
    reports = [report for report in party["reports"] if not report["partial"]]
    if party["standing"] not in ("bound", "pending", "invited"):
        return reading | {"nothing": "not-addressed", "progressRule": "does-not-count"}
    if not reports:
        return reading | {"nothing": "no-report", "progressRule": "no-report"}
    word, reading["report"] = words[reports[-1]["word"]], reports[-1]["id"]
    if word["progress"] is None:
        nothing = word["nothing"] or "reported-without-status"
        return reading | {"nothing": nothing, "progressRule": "word-without-level"}
    return reading | {"progress": word["progress"], "progressRule": "newest-report"}


def main():
    words = {}
    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "hello":
            if request["protocol"] != PROTOCOL:
                answer({"type": "error", "message": "I speak " + PROTOCOL})
                return
            answer({"type": "hello", "protocol": PROTOCOL, "rules": RULES})
        elif request["type"] == "forum":
            words = {word["word"]: word for word in request["words"]}
        elif request["type"] == "assess":
            commitment = request["commitment"]["id"]
            answer({"type": "assessments", "commitment": commitment, "assessments": assess(request, words)})


def answer(document):
    print(json.dumps(document, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
