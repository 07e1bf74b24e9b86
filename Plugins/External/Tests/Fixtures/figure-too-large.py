#!/usr/bin/python3
# Made up for tests: answers every party with nothing, but for what the body changes.
import json, os, sys, time
def say(document): print(json.dumps(document), flush=True)
def hello(**more): say({"type": "hello", "protocol": "followup-module/1", "rules": [], **more})
def reading(party, **more):
    return {"party": party["party"], "standing": party["standing"], "standingRule": party["standingRule"],
            "progress": None, "nothing": "no-report", "progressRule": "no-report", "report": None, **more}
def readings(request, **more): return [reading(party, **more) for party in request["parties"]]
def answer(request, items): say({"type": "assessments", "commitment": request["commitment"]["id"], "assessments": items})
def asked(): return [r for r in map(json.loads, sys.stdin) if r["type"] == "assess"]
hello()
for r in asked(): answer(r, readings(r, figure={'value': 5, 'of': 4, 'name': {'en': 'parties'}}))
