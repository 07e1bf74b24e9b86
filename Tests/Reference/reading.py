"""Reads the reference folder and the shipped forums as plain text values, without any of the program's code."""

import csv
import re
from pathlib import Path

import yaml

CORE_FORUMS = ["celac", "rcm", "sacm", "mercosur", "caricom", "un-treaties"]
OTHER_FORUMS = [
    "sica",
    "can",
    "unasur",
    "summit-of-the-americas",
    "la-declaration",
    "montevideo-consensus",
    "cmw",
    "gcm",
    "sdg",
]
FORUMS = CORE_FORUMS + OTHER_FORUMS
REFERENCE_FILES = ["forums-core", "treaties", "countries", "montevideo-consensus", "forums-others", "cmw-reporting"]


class TextLoader(yaml.BaseLoader):
    """Keeps every scalar as text and refuses a key that stands twice."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.YAMLError(f"{node.start_mark}: key stands twice: {', '.join(sorted(twice))}")
        return super().construct_mapping(node, deep)


TextLoader.add_constructor(
    yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, lambda loader, node: loader.construct_mapping(node, deep=True)
)


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=TextLoader)


def norm(value):
    """One spelling for equal values: no null, white space collapsed."""
    if isinstance(value, list):
        return [norm(item) for item in value]
    if isinstance(value, dict):
        return {key: norm(item) for key, item in value.items() if norm(item) not in ("", [], {})}
    text = re.sub(r"\s+", " ", value or "").strip()
    return "" if text in ("null", "~") else text


def leaves(value, path=""):
    """All scalars with their paths; a list index is part of the path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}/{index}")
    else:
        yield path, norm(value)


def read_rows(folder):
    """Report rows with their file; the cells are text."""
    rows = []
    for path in sorted((folder / "reports").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, strict=True):
                if None in row or None in row.values():
                    raise ValueError(f"{path}: row {row.get('id')}: number of cells differs from the head")
                rows.append(row)
    return rows


class Shipped:
    """What stands in forums/: workspace, reference, and per forum the definition, commitments and reports.

    reworded: texts of the reference and what stands for them; added: ids of commitments that the reference lacks.
    """

    def __init__(self, root, reworded=(), added=()):
        self.reworded = {norm(line["reference"]): line["shipped"] for line in reworded}
        self.added = [line["id"] for line in added]
        self.workspace = read(root / "workspace.yaml")
        readme = root / "README.md"
        self.readme = norm(readme.read_text(encoding="utf-8").replace("`", "")) if readme.exists() else ""
        self.countries = read(root / "reference" / "countries.yaml")
        self.framework = read(root / "reference" / "montevideo-consensus.yaml")
        for measure in self.framework["measures"]:
            in_english(measure, "gist", "gaps")
        self.forums = {name: read(root / name / "forum.yaml") for name in FORUMS}
        for forum in self.forums.values():
            for rule in forum.get("rules", []):
                in_english(rule, "topic", "statement")
        self.reasons = {
            name: {word: record.get("reason", {}) for word, record in forum["statuses"].items()}
            for name, forum in self.forums.items()
        }
        for forum in self.forums.values():
            for word in forum["statuses"].values():
                in_english(word, "reason")
        self.commitments = {name: read(root / name / "commitments.yaml")["commitments"] for name in FORUMS}
        self.reports = {name: read_rows(root / name) for name in FORUMS}
        self.first_reports, self.replaced = self.reports, []

    def without(self, additions, replaced):
        """Keeps apart what belongs to the later part of the reference, and remembers which first facts left."""
        self.first_reports = {name: additions.rows(name, self) for name in FORUMS}
        self.added += sorted(additions.commitment_ids())
        self.replaced = replaced

    def documents(self):
        yield "workspace", self.workspace
        yield "workspace/readme", {"text": self.readme}
        yield "countries", self.countries
        yield "framework", self.framework
        for name in FORUMS:
            yield name + "/forum", self.forums[name]
            yield name + "/commitments", self.commitments[name]
            yield name + "/reports", self.reports[name]


def in_english(record, *names):
    """Leaves of texts in several languages the English one, which the reference has; the others are translations of ours."""
    for name in names:
        if isinstance(record, dict) and isinstance(record.get(name), dict):
            record[name] = record[name]["en"]


def in_languages_of(wanted, found):
    """A text in the languages that the reference has it in; those it doesn't have are translations of ours."""
    return {language: text for language, text in found.items() if language in wanted}


def read_reference(folder):
    return {name: read(Path(folder) / f"{name}.yaml") for name in REFERENCE_FILES}
