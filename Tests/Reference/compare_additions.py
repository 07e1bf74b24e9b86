"""Compares the facts, commitments, words and corrections of November 2026 with the shipped forums, both ways.

Where the shipped forums differ on purpose, additions.yaml says so with the reason; reviewed.yaml lists the alignments that
have another relation, and facts that a closed record replaces. A line there that isn't needed is an error. Every key of
the reference is compared, and nothing else may be filled in.
"""

import re

from compare import absent, by_id
from reading import leaves, norm

FOLDER = "2026-11"
FILES = ["new-facts", "new-commitments", "corrections"]
LANGUAGES = {"en", "es", "pt", "fr"}
PREFIX = {"en": "Our reading: ", "es": "Lectura nuestra: ", "pt": "Leitura nossa: ", "fr": "Notre lecture : "}
# The columns of a report and the key of the fact that fills each, with what stands where the fact says nothing.
COLUMNS = {
    "commitment": ("commitment", ""),
    "party": ("country", ""),
    "status": ("status", ""),
    "date": ("date", ""),
    "date-kind": ("date-kind", "event"),
    "voice": ("voice", ""),
    "given-by": ("given-by", "source"),
    "confidence": ("confidence", ""),
    "confidence-reason": ("confidence-reason", ""),
    "wording": ("wording", ""),
    "scope": ("scope", ""),
    "sources": ("source", ""),
    "note": ("note", ""),
    "report-number": ("report-number", ""),
    "basis": ("basis", ""),
    "document": ("document", ""),
    "procedure": ("procedure", ""),
    "effective": ("effective", ""),
}
# A name that joins reports of one act is ours: no fact gives one.
OWN_COLUMNS = {"id", "evidence"}
# What a commitment needs and a proposal may leave open.
OWN_KEYS = {"accept", "number", "instrument", "legal-force", "form", "addressees", "addressees-phrase", "owed", "fields", "note"}


class Additions:
    """The later part of the reference, and what is decided about it."""

    def __init__(self, folder, decided, read):
        self.documents = {name: read(folder / FOLDER / f"{name}.yaml") for name in FILES}
        self.documents["looked-up"] = decided["looked-up"]  # ours, with sources of their own
        self.facts = self.documents["new-facts"] + self.documents["looked-up"]
        proposed = self.documents["new-commitments"]
        self.commitments = [item for item in proposed if item["kind"] == "commitment"]
        self.words = [item for item in proposed if item["kind"] == "status"]
        self.corrections = self.documents["corrections"]
        self.decided, self.used = decided, set()
        self.replaces = {fact["replaces"]: fact["id"] for fact in self.facts if "replaces" in fact}
        self.reviewed = {(line["commitment"], line["to"]): line for line in decided["reviewed"]}

    def said(self):
        documents = [*self.documents.values(), self.decided["for-facts"]]
        return "\n".join(text for document in documents for _, text in leaves(document))

    def ids(self):
        return {fact["id"] for fact in self.facts}

    def commitment_ids(self):
        return {commitment["id"] for commitment in self.commitments}

    def rows(self, forum, shipped):
        """The reports of the first part of the reference: those that are none of these facts."""
        own = self.ids()
        return [row for row in shipped.reports[forum] if row["id"] not in own]

    def without_replaced(self, rows, name):
        """The facts of the first part that stay, and those that leave for a better one."""
        return [row for row in rows if name(row) not in self.replaces], [
            row for row in rows if name(row) in self.replaces
        ]

    def without_recorded(self, facts):
        """The facts that stay: without those that a record of its keeper says for all, see ``records``."""
        left = {fact for line in self.decided["recorded"] for fact in line["facts"]}
        self.recorded = {fact["id"]: fact for fact in facts if fact["id"] in left}
        return [fact for fact in facts if fact["id"] not in left]

    def wanted(self, part, item, field, value):
        """What has to be shipped: the reference, unless another value is decided with a reason."""
        for line in self.decided[part]:
            if line["item"] == item and field in line["shipped"]:
                self.used.add((part, item, field))
                return line["shipped"][field]
        return value

    def crosswalk(self, commitment, rows):
        """The alignments of the reference with the relations that the review gave them; "none" leaves."""
        for to, relation in rows:
            line = self.reviewed.get((commitment, to), {"reference": "", "shipped": ""})
            if line["reference"] == relation:
                self.used.add(("reviewed", commitment, to))
                relation = line["shipped"]
            if relation != "none":
                yield to, relation

    def unused(self):
        every = {("reviewed", *key) for key in self.reviewed}
        every |= {
            (part, line["item"], field)
            for part in ("facts", "commitments", "words")
            for line in self.decided[part]
            for field in line["shipped"]
        }
        every |= {
            ("first part", item, field)
            for line in [*self.decided["corrections"], *self.decided["for-facts"]]
            for item, fields in line.get("shipped", {}).items()
            for field in fields
        }
        return [f"additions.yaml or reviewed.yaml: unused: {' '.join(key)}" for key in sorted(every - self.used)]

    # MARK: Corrections of the first part

    def corrected(self, name, pairs):
        """The pairs of an item of the first part, named "kind: item", with what is reviewed and decided about it.

        A corrected item cites the evidence beside its first sources, and its note holds what the evidence says.
        """
        if "crosswalk" in pairs:
            wanted, shipped = pairs["crosswalk"]
            pairs = pairs | {"crosswalk": (list(self.crosswalk(name.split(": ")[1], wanted)), shipped)}
        for line in [*self.decided["corrections"], *self.decided["for-facts"]]:
            if name not in line.get("shipped", {}):
                continue
            changes, found = line["shipped"][name], {}
            for field, (wanted, shipped) in pairs.items():
                if field in changes:
                    self.used.add(("first part", name, field))
                    wanted = as_in(wanted, changes[field])
                elif field.endswith(("source", "sources")) and self.sources(line):
                    wanted = with_evidence(wanted, shipped, self.sources(line))
                elif field == "note" and norm(self.evidence(line)) in norm(shipped):
                    wanted = shipped
                found[field] = (wanted, shipped)
            pairs = found
        return pairs

    def correction(self, line):
        number = line.get("correction")
        return self.corrections[int(number) - 1] if number else {"source": [], "evidence": "none: no correction"}

    def sources(self, line):
        told = self.correction(line)["source"]
        return told if isinstance(told, list) else told.split(" | ")

    def evidence(self, line):
        """What the evidence says, in the words that are shipped."""
        return line.get("evidence", self.correction(line)["evidence"]).rstrip(".")


def as_in(wanted, change):
    """A decided value in the form in which the comparison has the first one."""
    if isinstance(wanted, bool):
        return change == "true"
    return set(change) if isinstance(wanted, set) else change


def with_evidence(wanted, shipped, evidence):
    """The first sources and, where they are cited, those of the correction; "own knowledge" leaves for them."""
    first = [source for source in listed(wanted) if source != "own knowledge" or source in listed(shipped)]
    cited = first + [source for source in evidence if source in listed(shipped) and source not in first]
    return cited if sorted(cited) != sorted(listed(shipped)) else listed(shipped)


def listed(value):
    return [norm(item) for item in (value if isinstance(value, list) else [value] if value else [])]


def facts(additions, shipped):
    there = {(forum, row["id"]): row for forum, rows in shipped.reports.items() for row in rows}
    every = {row["id"] for rows in shipped.reports.values() for row in rows}
    for fact in additions.facts:
        row = there.get((fact["forum"], fact["id"]))
        if row is None:
            yield absent("facts of 2026", fact["id"])
            continue
        filled = {name for name, text in row.items() if text} - OWN_COLUMNS
        pairs = {
            "nothing else": (set(), filled - set(COLUMNS)),
            "every key": (set(), set(fact) - {key for key, _ in COLUMNS.values()} - {"id", "forum", "replaces"}),
            "replaced row": ("gone", "still there" if fact.get("replaces") in every else "gone"),
        }
        for column, (key, default) in COLUMNS.items():
            said = fact.get(key, default)
            said = " | ".join(said) if isinstance(said, list) else said
            pairs[column] = (additions.wanted("facts", fact["id"], column, said), row.get(column, ""))
        yield "facts of 2026", fact["id"], pairs


def replacements(additions, shipped):
    """Every replaced row is named in additions.yaml, and nothing else is."""
    named = {old: new for line in additions.decided["replaced"] for old, new in line["rows"].items()}
    yield "replaced rows", "all", {"named": (additions.replaces, named)}


def records(additions, shipped):
    """Every fact that left for a record only said "not a party", of a commitment that the record covers, in its time."""
    for line in additions.decided["recorded"]:
        found = [r for r in shipped.forums[line["forum"]].get("records", []) if line["commitment"] in r["commitments"]]
        until = found[0]["complete-until"] if found else ""
        for name in line["facts"]:
            fact = additions.recorded.get(name, {})
            yield "rows that a record says", name, {
                "commitment": (line["commitment"], fact.get("commitment")),
                "status": ("not_party", fact.get("status_code")),
                "covered": (True, fact.get("date", "~") <= until),
                "reason": (True, bool(line.get("reason"))),
            }


def commitments(additions, shipped):
    for wanted in additions.commitments:
        name = wanted["id"]
        found = by_id(shipped.commitments[wanted["forum"]]).get(name)
        if found is None:
            yield absent("commitments of 2026", name)
            continue
        told = commitment_as_shipped(wanted)
        told |= {key: None for key in set(found) - set(told) - OWN_KEYS}
        pairs = {"languages": (LANGUAGES, set(found["title"]))}
        for key, value in told.items():
            have = found.get(key)
            if key == "title":
                have = {language: text for language, text in found["title"].items() if language in value}
            elif key == "crosswalk":
                value = list(additions.crosswalk(name, value))
                have = [(x["to"], x["relation"]) for x in found.get("crosswalk", [])]
            elif key == "entry-into-force":
                have = rules_of(found.get(key, {}))
            pairs[key] = (additions.wanted("commitments", name, key, value), have)
        yield "commitments of 2026", name, pairs


def commitment_as_shipped(wanted):
    """The proposal in the keys of commitments.yaml."""
    elsewhere = ("kind", "forum", "source", "title-en", "title-es")
    told = {key: value for key, value in wanted.items() if key not in elsewhere}
    if "title-en" in wanted:
        told["title"] = {"en": wanted["title-en"], "es": wanted["title-es"]}
    if told.get("adopted") == "unknown":
        del told["adopted"]
    if isinstance(told.get("addressees"), str):
        told["addressees"] = re.findall(r"\b[A-Z]{3}\b", told["addressees"].split("(")[0])
    rows = told.get("crosswalk")
    if rows is not None:
        told["crosswalk"] = [tuple(re.split(r":? ", row)) for row in ([rows] if isinstance(rows, str) else rows)]
    if "entry-into-force" in told:
        told["entry-into-force"] = rules_said(told["entry-into-force"])
    told["sources"] = listed(wanted["source"])
    return told


def rules_said(text):
    """(clause, rule, withdrawal) as a proposal says them in words."""
    if found := re.fullmatch(r"art. 26: (\d+) days after deposit; withdrawal art. 24: (\d+) months after notice", text):
        return "deposits", {"days": found[1]}, {"months": found[2]}
    found = re.match(r"per-state, (\d+) (days|months)", text)
    return "per-state", {found[2]: found[1]}, {}


def rules_of(clause):
    return clause.get("clause"), clause.get("rule", {}), clause.get("withdrawal", {})


def words(additions, shipped):
    for wanted in additions.words:
        found = shipped.forums[wanted["forum"]]["statuses"].get(wanted["word"])
        name = f"{wanted['forum']} {wanted['word']}"
        if found is None:
            yield absent("status words of 2026", name)
            continue
        reasons = shipped.reasons[wanted["forum"]][wanted["word"]]
        given = {lang for lang, text in reasons.items() if text.startswith(PREFIX[lang]) and text != PREFIX[lang]}
        # In a forum that works in another language the word stands in its own language too.
        own = len(found["words"]) == 4 and wanted["word"] in found["words"].values()
        pairs = {
            "languages": ("3", str(len(found["words"]) - own)),
            "reasons": (LANGUAGES, given),
            "sources": (listed(wanted.get("source")), found.get("sources", [])),
        }
        told = {key: norm(wanted.get(key)) for key in ("code", "level", "nothing", "standing", "act")}
        if not told["level"] and not told["nothing"]:
            told["nothing"] = "reported-without-status"
        if "as" in wanted and told["level"]:
            told["as"] = wanted["as"]  # elsewhere how well word and level fit is our reading
        for key, value in told.items():
            pairs[key] = (additions.wanted("words", name, key, value), found.get(key))
        yield "status words of 2026", name, pairs


def known_words(reference, additions, shipped):
    """No forum may have a word that neither part of the reference has, unless it is listed as ours."""
    said = {norm(text).casefold() for document in reference.values() for _, text in leaves(document)}
    said |= {norm(word["word"]).casefold() for word in additions.words}
    own = {(line["forum"], line["word"]) for line in additions.decided["own-words"]}
    ours = set()
    for forum, definition in shipped.forums.items():
        for word, record in definition["statuses"].items():
            texts = {word, record.get("code", ""), record.get("code", "").replace("_", " ")}
            if not {norm(text).casefold() for text in texts if text} & said:
                ours.add((forum, word))
    yield "own words", "all", {"listed": (own, ours)}


def corrections(additions, shipped, hays):
    """Every correction is answered: its sources are cited, its evidence is told, its changes are made."""
    lines = {line["correction"]: line for line in additions.decided["corrections"]}
    for number, correction in enumerate(additions.corrections, 1):
        line = lines.pop(str(number), None)
        if line is None:
            yield absent("corrections", str(number))
            continue
        hay = hays[re.match(r"[\w-]+", correction["where"])[0]]
        missing = [source for source in additions.sources(line) if norm(source).casefold() not in hay]
        told = norm(additions.evidence(line)).casefold().rstrip(".")
        yield "corrections", f"{number} {correction['where']}", {
            "sources": ([], missing),
            "evidence": ("told", "told" if told in hay else "missing"),
            "answer": (True, bool(line.get("shipped") or line.get("answer"))),
        }
    yield "corrections", "nothing else", {"lines": ([], sorted(lines))}
