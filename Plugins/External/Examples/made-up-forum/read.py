#!/usr/bin/env python3
"""Reads a forum by a rule that YAML can't say: a worked example of followup-module/1.

The rule, made up: a commitment that at least a third of the parties have done counts as well under way
("substantial") for all who have announced it. Only Python's standard library is needed.
"""

import json
import sys

PROTOCOL = "followup-module/1"
RULES = [
    {
        "id": "own-word",
        "text": {
            "en": "The newest report on the party speaks.",
            "es": "Habla el informe más reciente sobre la parte.",
            "pt": "Fala o relatório mais recente sobre a parte.",
            "fr": "Le rapport le plus récent sur la partie fait foi.",
        },
    },
    {
        "id": "carried-along",
        "text": {
            "en": "A third of the parties have done it; who has announced it is well under way.",
            "es": "Un tercio de las partes lo ha hecho; quien lo anunció está bien encaminado.",
            "pt": "Um terço das partes o fez; quem o anunciou está bem encaminhado.",
            "fr": "Un tiers des parties l'a fait ; qui l'a annoncé est en bonne voie.",
        },
        "source": "Statute of the Made-up Forum, article 7",
    },
]


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
            answer(assess(request, words))
        # Other types, such as "end", ask for nothing.


def assess(request, words):
    """One assessment for each party that was asked about."""
    speaking = {party["party"]: newest(party["reports"]) for party in request["parties"]}
    done = [name for name, report in speaking.items() if report and level(report, words) == "complete"]
    is_carried = 3 * len(done) >= len(request["parties"])
    return {
        "type": "assessments",
        "commitment": request["commitment"]["id"],
        "assessments": [read(party, speaking[party["party"]], words, is_carried) for party in request["parties"]],
    }


def newest(reports):
    """The last report on the whole commitment; they come oldest first."""
    whole = [report for report in reports if not report["partial"]]
    return whole[-1] if whole else None


def level(report, words):
    return words[report["word"]]["progress"]


def read(party, report, words, is_carried):
    # How the party stands by membership and exceptions is worked out already, with the rule that says so.
    reading = {
        "party": party["party"],
        "standing": party["standing"],
        "standingRule": party["standingRule"],
    }
    if report is None:
        return reading | {"progress": None, "nothing": "no-report", "progressRule": "no-report", "report": None}
    if is_carried and level(report, words) == "limited":
        return reading | {"progress": "substantial", "progressRule": "carried-along", "report": report["id"]}
    return reading | {"progress": level(report, words), "progressRule": "own-word", "report": report["id"]}


def answer(document):
    print(json.dumps(document, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
