#!/usr/bin/env python3
"""Proves that the shipped forums hold everything the reference says, and nothing that it does not say.

usage: prove.py [reference folder]        (default: ../shared/reference, seen from the root of the repository)
Exit: 0 proved or skipped (no reference folder), 1 something is lost or invented, or a line of the lists here is unused.
"""

import fnmatch
import re
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True  # leaves no files beside the sources

import compare
import compare_additions
import compare_collections
import compare_membership
import compare_others
import compare_reporting
from reading import FORUMS, Shipped, leaves, norm, read, read_reference

ROOT = Path(__file__).resolve().parents[2]
KINDS = [
    compare.facts,
    compare.commitments,
    compare.members,
    compare.groups,
    compare.rules,
    compare.status_words,
    compare.presidencies,
    compare.forum_heads,
    compare_collections.instruments,
    compare_collections.participation,
    compare_collections.declarations,
    compare_collections.cross_status_words,
    compare_collections.cross_links,
    compare_collections.countries,
    compare_collections.regions,
    compare_collections.chapters,
    compare_collections.measures,
    compare_collections.parts_of_measures,
    compare_collections.adopted_indicators,
    compare_collections.own_counts,
    compare_others.heads,
    compare_others.commitments,
    compare_membership.members,
    compare_membership.andean_memberships,
    compare_membership.unasur_memberships,
    compare_membership.parties_to_the_convention,
    compare_membership.membership_events,
    compare_membership.special_standings,
    compare_others.rules,
    compare_others.status_words,
    compare_others.chairs,
    compare_reporting.reporting_cycle,
    compare_reporting.national_reviews,
    compare_reporting.positions,
    compare_reporting.votes,
    compare_reporting.national_report_facts,
    compare_reporting.sessions,
    compare_reporting.sessions_told_in_prose,
    compare_reporting.entry_clauses,
    compare_reporting.own_counts,
]
ADDITIONS = [
    compare_additions.facts,
    compare_additions.replacements,
    compare_additions.records,
    compare_additions.commitments,
    compare_additions.words,
]

# Dates that are ours by rule: the dated reading of a deadline's phrase, the computed end of a granted exception, and
# those computed or read again above: entry and leaving of UNASUR's parties, half-years of SICA's presidency, meetings
# that the reference dates in words.
DECIDED_DATES = [
    "*/deadline/from",
    "*/deadline/date",
    "*/exceptions/*/until",
    "unasur/forum/members/*/since",
    "unasur/forum/members/*/until",
    "sica/forum/organs/*/holders/*",
    "celac/forum/sessions/*",
    "rcm/forum/sessions/*",
    "sacm/forum/sessions/*",
    "cmw/forum/sessions/*",
]
DATE_KEYS = {
    "since",
    "until",
    "adopted",
    "in-force",
    "date",
    "effective",
    "founded",
    "from",
    "global-as-of",
    "deadline",
    "horizon",
}


def compare_kinds(reference, additions, shipped, hays):
    """Counts and losses, kind by kind."""
    wanted, found, lost = Counter(), Counter(), []
    every = [item for kind in KINDS for item in kind(reference, shipped)]
    every = [(name, item, additions.corrected(f"{name}: {item}", pairs)) for name, item, pairs in every]
    every += [item for kind in ADDITIONS for item in kind(additions, shipped)]
    every += compare_additions.known_words(reference, additions, shipped)
    every += compare_additions.corrections(additions, shipped, hays)
    for name, item, pairs in every:
        wanted[name] += 1
        wrong = {field: pair for field, pair in pairs.items() if same(pair[0]) != same(pair[1])}
        found[name] += not wrong
        lost += [f"{name}: {item}: {field}: reference {one!r}, shipped {two!r}" for field, (one, two) in wrong.items()]
    for name in wanted:
        print(f"{wanted[name]:5} {name}: {found[name]} found")
    return lost


def same(value):
    if isinstance(value, (bool, tuple, set)):
        return value
    if isinstance(value, list) and all(isinstance(item, tuple) for item in value):
        return value
    value = norm(value)
    return "" if value in ([], {}) else value


def haystacks(shipped):
    """All texts, keys included, of each forum (with the workspace), of the countries, of the framework, and of all."""
    texts = {}
    for name, document in shipped.documents():
        for path, text in leaves(document):
            words = [*re.sub(r"/\d+(?=/|$)", "", path).split("/"), text]
            for place in {name.split("/")[0], "all"}:
                texts.setdefault(place, set()).update(words)
    for name in FORUMS:
        texts[name] |= texts["workspace"]
    return {place: "\n".join(found).casefold() for place, found in texts.items()}


def place_of(path, reference):
    """Where a text of the reference has to stand."""
    parts = path.split("/")
    if parts[:2] == ["forums-others", "forums"]:
        return compare_others.folder_of(reference["forums-others"]["forums"][int(parts[2])]["id"])
    if parts[0] == "cmw-reporting":
        return REPORTING.get(parts[1], "cmw")
    if parts[0] == "forums-core" and parts[-1] == "name_en":
        return "countries"
    if parts[:2] == ["forums-core", "forums"]:
        return reference["forums-core"]["forums"][int(parts[2])]["id"].lower()
    return PLACES.get(parts[0], parts[0])


PLACES = {
    "treaties": "un-treaties",
    "forums-core": "all",
    "forums-others": "workspace",
    "montevideo-consensus": "framework",
}
REPORTING = {"vnr": "sdg", "global_compact": "gcm", "montevideo_consensus": "montevideo-consensus", "meta": "all"}


def stands_in(text, hay):
    forms = {text, text.replace("_", "-"), text.replace("_", " ")}
    for form in (f.casefold().rstrip(".") for f in forms):
        if form in hay and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", hay):
            return True
    return False


def compare_leaves(reference, shipped, decided, hays):
    """Every remaining text, number and address of the reference must stand somewhere, or be left out for a reason."""
    left_out = decided["left-out"]
    used, seen, lost, rewritten, total, out = set(), {}, [], [], 0, 0
    for name, document in reference.items():
        for path, text in leaves(document, name):
            if text in ("", "true", "false"):
                continue  # compared above, field by field
            total += 1
            key = (text, place_of(path, reference))
            if key not in seen:
                seen[key] = stands_in(norm(shipped.reworded.get(text, text)), hays[key[1]])
                rewritten += [text] if text in shipped.reworded else []
            if not seen[key]:
                rules = [line["path"] for line in left_out if fnmatch.fnmatchcase(path, line["path"])]
                used.update(rules)
                out += bool(rules)
                lost += [] if rules else [f"text: {path}: {text}"]
    print(f"{total:5} texts, numbers and addresses: {total - out - len(lost)} found, {out} left out for a reason")
    unused = [line["path"] for line in left_out if line["path"] not in used]
    unused += [text for text in shipped.reworded if text not in rewritten]
    return lost + [f"left-out.yaml: unused: {path}" for path in unused]


def invented(reference, additions, shipped):
    """Nothing may stand in the forums that the reference does not say: rows, ids, addresses and dates."""
    said = "\n".join([*(text for document in reference.values() for _, text in leaves(document)), additions.said()])
    said_dates = set(re.findall(r"(?<![\d-])\d{4}(?:-\d\d){0,2}(?!\d)", said))
    said_dates |= {date[:length] for date in said_dates for length in (4, 7) if len(date) > length}
    bad = unknown_ids(reference, additions, shipped)
    addresses = dates = 0
    for name, document in shipped.documents():
        for path, text in leaves(document, name):
            for address in re.findall(r"https?://[^\s|]+", text):
                addresses += 1
                bad += [] if address.rstrip(".,;)") in said else [f"invented address: {path}: {address}"]
            if path.rsplit("/", 1)[-1] in DATE_KEYS and re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
                decided = any(fnmatch.fnmatchcase(path, pattern) for pattern in DECIDED_DATES)
                dates += not decided
                bad += [] if decided or text in said_dates else [f"invented date: {path}: {text}"]
    print(f"{addresses:5} addresses and {dates} dates in forums/ looked up in the reference")
    return bad


def unknown_ids(reference, additions, shipped):
    core, treaties = reference["forums-core"], reference["treaties"]
    known = {fact["id"] for fact in core["facts"]} | {
        compare_collections.row_id(row) for row in treaties["participation"]
    }
    known |= additions.ids()
    commitments = {c["id"] for f in core["forums"] for c in f["commitments"] + f.get("documents_not_commitments", [])}
    commitments |= {i["id"] for i in treaties["instruments"]}
    every = [*core["forums"], *reference["forums-others"]["forums"], reference["cmw-reporting"]]
    commitments |= {c["id"] for f in reference["forums-others"]["forums"] for c in f["commitments"]}
    commitments |= set(shipped.added)
    rules = {rule["id"] for forum in every for rule in forum["rules"]}
    known |= compare_reporting.known_ids(reference)
    rows = [row["id"] for name in FORUMS for row in shipped.reports[name]]
    bad = [f"invented report: {row}" for row in rows if row not in known]
    bad += [f"report stands twice: {row}" for row, count in Counter(rows).items() if count > 1]
    bad += [
        f"invented commitment: {c['id']}"
        for name in FORUMS
        for c in shipped.commitments[name]
        if c["id"] not in commitments
    ]
    bad += [
        f"invented rule: {r['id']}" for f in shipped.forums.values() for r in f.get("rules", []) if r["id"] not in rules
    ]
    print(f"{len(rows):5} report rows in forums/ looked up in the reference")
    return bad


def main(arguments):
    folder = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "reference"
    if not folder.is_dir():
        print(f"skipped: no reference folder at {folder}")
        return 0
    lists = ("left-out.yaml", "additions.yaml", "reviewed.yaml")
    decided, later, reviewed = (read(Path(__file__).with_name(name)) for name in lists)
    reference, shipped = read_reference(folder), Shipped(ROOT / "forums", decided["reworded"], decided["added"])
    additions, reporting = compare_additions.Additions(folder, later | reviewed, read), reference["cmw-reporting"]
    reporting["vnr"], replaced = additions.without_replaced(reporting["vnr"], compare_reporting.review_id)
    reference["forums-core"]["facts"] = additions.without_recorded(reference["forums-core"]["facts"])
    shipped.without(additions, replaced)
    hays = haystacks(shipped)
    problems = compare_kinds(reference, additions, shipped, hays) + compare_leaves(reference, shipped, decided, hays)
    problems += invented(reference, additions, shipped) + additions.unused()
    for problem in problems:
        print("LOST OR INVENTED " + problem)
    print("proved: nothing lost, nothing invented" if not problems else f"not proved: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
