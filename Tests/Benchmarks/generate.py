"""Made-up forum folders for the benchmarks: the same seed gives the same bytes.

Nothing in them is true. The shapes of all files stand here and nowhere else.
"""

import csv
import datetime
import hashlib
import itertools
import json
import random
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Iterator

# ISO 3166-1 alpha-3, alpha-2, numeric; the UN's subregion.
COUNTRY_CODES = """
ARG AR 032 005, ATG AG 028 029, BHS BS 044 029, BLZ BZ 084 013, BOL BO 068 005, BRA BR 076 005, BRB BB 052 029,
CHL CL 152 005, COL CO 170 005, CRI CR 188 013, CUB CU 192 029, DMA DM 212 029, DOM DO 214 029, ECU EC 218 005,
GRD GD 308 029, GTM GT 320 013, GUY GY 328 005, HND HN 340 013, HTI HT 332 029, JAM JM 388 029, KNA KN 659 029,
LCA LC 662 029, MEX MX 484 013, NIC NI 558 013, PAN PA 591 013, PER PE 604 005, PRY PY 600 005, SLV SV 222 013,
SUR SR 740 005, TTO TT 780 029, URY UY 858 005, VCT VC 670 029, VEN VE 862 005
"""
COUNTRIES = tuple(entry.split()[0] for entry in COUNTRY_CODES.split(","))
LEVELS = ("not-started", "limited", "substantial", "complete")
MEASURE = "1"
LINES = tuple(f"{MEASURE}.{number}" for number in range(1, 41))
AS_OF = "2024-06-30"
REPORT_HEADER = ("id", "commitment", "party", "status", "date", "voice", "confidence", "sources", "note")
SKEWS = ("huge-forum", "long-texts", "bad-rows")

# Each forum has six words; two levels have two words each.
WORDS = (
    ("pendiente", "not-started"), ("sin iniciar", "not-started"), ("en trámite", "limited"),
    ("em andamento", "substantial"), ("avance sustancial", "substantial"), ("cumplido", "complete"),
)
# The first country is the furthest behind, the last the furthest ahead: the answers must differ to tell anything.
WEIGHTS_BEHIND = (40, 20, 15, 10, 5, 10)
WEIGHTS_AHEAD = (8, 4, 10, 10, 8, 60)

FIRST_DAY = datetime.date(2015, 1, 1)
# A prime: steps of STRIDE days visit each day of the span once before any comes again.
SPAN = 4001
STRIDE = 611

VOCABULARY = {
    "en": (
        "strengthen regional cooperation protection of migrant workers and their families through shared registers "
        "consular assistance regular pathways portable social security recognition of skills and safe return"
    ).split(),
    "es": (
        "fortalecer la cooperación regional protección de las personas migrantes y sus familias mediante registros "
        "compartidos asistencia consular vías regulares seguridad social portátil y retorno digno según niñez"
    ).split(),
}


@dataclass(frozen=True)
class WorkspaceShape:
    """What is generated; a change of any field or of VERSION generates anew."""

    reports: int = 1_000_000
    forums: int = 20
    commitments: int = 200
    seed: int = 67
    skew: tuple[str, ...] = field(default=())

    VERSION = 3

    @property
    def name(self) -> str:
        return "-".join(["workspace", str(self.reports), *self.skew])

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps([self.VERSION, asdict(self)]).encode()).hexdigest()


@dataclass(frozen=True)
class GeneratedWorkspace:
    """A workspace folder, the tables that say the same for a reader without YAML, and what was put in."""

    folder: Path
    tables: Path
    bad_rows: int
    report_bytes: int


# --- YAML ---------------------------------------------------------------------------------------------------------

def sentence(rng: random.Random, language: str, low: int, high: int) -> str:
    text = " ".join(rng.choices(VOCABULARY[language], k=rng.randint(low, high)))
    return text[0].upper() + text[1:]


def commitment_record(rng: random.Random, identifier: str, number: str, lines: list[str], note_words: int) -> str:
    """One record of commitments.yaml, in the mix of styles that people write: plain, quoted, flow, folded."""
    adopted = rng.choice([f"{rng.randint(2005, 2013)}", f"{rng.randint(2005, 2013)}-{rng.randint(1, 12):02}",
                          f"{rng.randint(2005, 2013)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"])
    text = [
        f"  - id: {identifier}",
        f'    number: "{number}"',
        "    title:",
        f"      en: {sentence(rng, 'en', 6, 14)}",
        f"      es: '{sentence(rng, 'es', 6, 14)}'",
        f"    instrument: Declaration {rng.randint(1, 40)} (made up)",
        f"    adopted: {adopted}",
        f"    legal-force: {rng.choice(['binding', 'political', 'voluntary'])}",
        f"    deadline: {rng.randint(2026, 2035)}-12-31",
        "    addressees: [members]",
        "    crosswalk:",
        *[f'      - {{to: "{line}", relation: exact, confidence: high}}' for line in lines],
        "    confidence: high",
        "    sources:",
        f"      - https://forum.example/documents/{identifier}",
    ]
    if rng.random() < 0.5:
        text += ["    note: >-"]
        words = sentence(rng, rng.choice(["en", "es"]), note_words // 2, note_words).split()
        text += ["      " + " ".join(words[at:at + 14]) for at in range(0, len(words), 14)]
    if rng.random() < 0.1:
        text.insert(0, f"  # Reviewed in {rng.randint(2015, 2024)}.")
    return "\n".join(text) + "\n"


def generate_commitments(path: Path, size: int, seed: int = 67) -> int:
    """Writes one commitments.yaml of at least `size` bytes; returns the number of records."""
    rng = random.Random(seed)
    records = ["# Made-up data for measuring.\ncommitments:\n"]
    written = 0
    while written < size:
        index = len(records)
        lines = sorted(rng.sample(LINES, 2), key=LINES.index)
        record = commitment_record(rng, f"c{index:05}", f"{index // 20}.{index % 20}", lines, note_words=50)
        written += len(record.encode())
        records.append(record)
    path.write_text("".join(records), encoding="utf-8", newline="\n")
    return len(records) - 1


def workspace_yaml() -> str:
    levels = "\n".join(
        f"  - {{level: {level}, name: {{en: {level}}}, letter: {letter}, sign: {sign}}}"
        for level, letter, sign in zip(LEVELS, "NLSC", "○◔◕●", strict=True))
    return f"""\
# Made-up data for measuring. All relations and standings weigh the same: the question needs no weights.
workspace: measured
name: {{en: Workspace for measuring}}
framework: reference/framework.yaml
countries: reference/countries.yaml
languages: [en, es]
region: lac-state
progress:
{levels}
contrary: {{name: {{en: contrary}}, letter: X, sign: ✕}}
consolidation:
  rule: weighted-median
  relations: {{exact: 1, close: 1, narrow: 1, broad: 1, related: 1}}
  standings: {{bound: 1, pending: 1, invited: 1}}
  divergent-from: 2
  stale-after-months: 60
"""


def framework_yaml() -> str:
    lines = "\n".join(f'      - {{id: "{line}", title: {{en: Line {line}}}}}' for line in LINES)
    return f"""\
# Made-up data for measuring.
framework: measured
name: {{en: Framework for measuring}}
chapters:
  - id: A
    title: {{en: The only chapter}}
    measures: {{from: {MEASURE}, to: {MEASURE}, count: 1}}
    coverage: full
measures:
  - id: "{MEASURE}"
    code: A.{MEASURE}
    chapter: A
    title: {{en: The only measure}}
    coverage: full
    lines-complete: true
    lines:
{lines}
    confidence: high
"""


def countries_yaml() -> str:
    text = [
        "# Made-up data for measuring, but for the codes.",
        "regions:",
        '  - {id: "419", name: {en: Latin America and the Caribbean}}',
        '  - {id: "029", name: {en: Caribbean}, parent: "419"}',
        '  - {id: "013", name: {en: Central America}, parent: "419"}',
        '  - {id: "005", name: {en: South America}, parent: "419"}',
        "countries:",
    ]
    for entry in COUNTRY_CODES.split(","):
        code, alpha2, m49, subregion = entry.split()
        text += [
            f'  - code: "{code}"',
            f'    alpha2: "{alpha2}"',
            f'    m49: "{m49}"',
            f"    name: {{en: Country {code}}}",
            "    group: lac-state",
            '    region: "419"',
            f'    subregion: "{subregion}"',
            "    sovereign: true",
        ]
    return "\n".join(text) + "\n"


def forum_yaml(forum: str) -> str:
    words = "\n".join(f"  {word}: {level}" for word, level in WORDS)
    members = "\n".join(f"  - {{country: {country}, since: 1990-01-01}}" for country in COUNTRIES)
    return f"""\
# Made-up data for measuring.
forum: {forum}
module: declarative
name: {{en: Forum {forum} for measuring}}
kind: consultative-process
languages: [en, es]
members:
{members}
statuses:
{words}
"""


# --- CSV ----------------------------------------------------------------------------------------------------------

class Reports:
    """Draws report rows; no two good rows of one (commitment, party) share a date, so that the newest is one."""

    def __init__(self, rng: random.Random, shape: WorkspaceShape, commitments: list[str]) -> None:
        self.rng = rng
        self.commitments = commitments
        self.drawn: dict[tuple[str, str], int] = {}
        self.days = [str(FIRST_DAY + datetime.timedelta(days=day)) for day in range(SPAN)]
        self.words = {country: self.weighted_words(place) for place, country in enumerate(COUNTRIES)}
        self.bad_share = 0.2 if "bad-rows" in shape.skew else 0.0
        self.long_share, self.note_words = (0.9, 120) if "long-texts" in shape.skew else (0.1, 10)
        self.bad_rows = 0

    @staticmethod
    def weighted_words(place: int) -> list[str]:
        """A hundred words or so, each as often as it is likely for the country at `place`."""
        ahead = place / (len(COUNTRIES) - 1)
        weights = [round(low + (high - low) * ahead) for low, high in zip(WEIGHTS_BEHIND, WEIGHTS_AHEAD)]
        return [word for (word, _), weight in zip(WORDS, weights) for _ in range(weight)]

    def rows(self, first: int, count: int) -> Iterator[list[str]]:
        rng = self.rng
        commitments = rng.choices(self.commitments, k=count)
        parties = rng.choices(COUNTRIES, k=count)
        for number, commitment, party in zip(itertools.count(first), commitments, parties):
            word = rng.choice(self.words[party])
            confidence = "high" if rng.random() < 0.8 else "medium"
            note = self.note() if rng.random() < self.long_share else ""
            row = [f"r{number}", commitment, party, word, self.next_day(commitment, party), "government", confidence,
                   f"https://forum.example/{number}", note]
            if self.bad_share and rng.random() < self.bad_share:
                column, text = rng.choice([(1, "c-unknown"), (2, "XXX"), (3, "zzzzzzzz"), (4, "2019-13-40")])
                row[column] = text
                self.bad_rows += 1
            yield row

    def next_day(self, commitment: str, party: str) -> str:
        """A day not yet used for this pair, in no order that a reader could profit from."""
        pair = (commitment, party)
        count = self.drawn.get(pair, 0)
        if count == 0:
            self.drawn[pair] = count = self.rng.randrange(SPAN)
        self.drawn[pair] = count + STRIDE
        return self.days[count % SPAN]

    def note(self) -> str:
        text = sentence(self.rng, "es", self.note_words // 2, self.note_words)
        return f'{text}, "sic"' if self.rng.random() < 0.2 else text


def rows_of_each_forum(shape: WorkspaceShape) -> list[int]:
    """How many reports each forum has: even, or half of all in the first."""
    if "huge-forum" in shape.skew:
        rest = shape.reports // 2
        return [shape.reports - rest] + split(rest, shape.forums - 1)
    return split(shape.reports, shape.forums)


def split(total: int, parts: int) -> list[int]:
    return [total // parts + (part < total % parts) for part in range(parts)]


def write_csv(path: Path, header: tuple[str, ...], rows) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return path.stat().st_size


# --- The whole workspace ------------------------------------------------------------------------------------------

def generate_workspace(shape: WorkspaceShape, into: Path) -> GeneratedWorkspace:
    """Writes the workspace of `shape` under `into`, unless the same one stands there already."""
    folder, tables = into / shape.name, into / f"{shape.name}.tables"
    stamp = tables / "stamp.json"
    if stamp.exists():
        known = json.loads(stamp.read_text())
        if known["fingerprint"] == shape.fingerprint:
            return GeneratedWorkspace(folder, tables, known["bad_rows"], known["report_bytes"])
    for old in (folder, tables):
        shutil.rmtree(old, ignore_errors=True)
    (folder / "reference").mkdir(parents=True)
    tables.mkdir()
    (folder / "workspace.yaml").write_text(workspace_yaml(), encoding="utf-8")
    (folder / "reference" / "framework.yaml").write_text(framework_yaml(), encoding="utf-8")
    (folder / "reference" / "countries.yaml").write_text(countries_yaml(), encoding="utf-8")

    words, crosswalk = [], []
    first, bad_rows, report_bytes = 1, 0, 0
    for number, count in enumerate(rows_of_each_forum(shape), start=1):
        forum = f"f{number:02}"
        rng = random.Random(f"{shape.seed} {forum}")
        commitments = generate_forum(folder / forum, forum, shape, rng)
        words += [(forum, word, level) for word, level in WORDS]
        crosswalk += [(forum, commitment, line) for commitment, lines in commitments.items() for line in lines]
        reports = Reports(rng, shape, list(commitments))
        for part, size in enumerate(split(count, 4), start=1):
            path = folder / forum / "reports" / f"{part}.csv"
            report_bytes += write_csv(path, REPORT_HEADER, reports.rows(first, size))
            first += size
        bad_rows += reports.bad_rows

    write_csv(tables / "levels.csv", ("level", "rank"), [(level, rank) for rank, level in enumerate(LEVELS)])
    write_csv(tables / "words.csv", ("forum", "word", "level"), words)
    write_csv(tables / "crosswalk.csv", ("forum", "commitment", "line"), crosswalk)
    write_csv(tables / "countries.csv", ("country",), [(country,) for country in COUNTRIES])
    stamp.write_text(json.dumps(
        {"fingerprint": shape.fingerprint, "bad_rows": bad_rows, "report_bytes": report_bytes}))
    return GeneratedWorkspace(folder, tables, bad_rows, report_bytes)


def generate_forum(folder: Path, forum: str, shape: WorkspaceShape, rng: random.Random) -> dict[str, list[str]]:
    """Writes a forum's two YAML files; returns its commitments with the lines they are aligned to."""
    (folder / "reports").mkdir(parents=True)
    (folder / "forum.yaml").write_text(forum_yaml(forum), encoding="utf-8")
    note_words = 400 if "long-texts" in shape.skew else 30
    commitments: dict[str, list[str]] = {}
    records = ["# Made-up data for measuring.\ncommitments:\n"]
    for number in range(1, shape.commitments + 1):
        identifier = f"{forum}-{number:03}"
        commitments[identifier] = sorted(rng.sample(LINES, 2), key=LINES.index)
        records.append(commitment_record(rng, identifier, str(number), commitments[identifier], note_words))
    (folder / "commitments.yaml").write_text("".join(records), encoding="utf-8")
    return commitments
