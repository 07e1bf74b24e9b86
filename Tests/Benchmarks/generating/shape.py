"""What a generated workspace looks like, and the words that all its files share."""

import hashlib
import json
from dataclasses import asdict, dataclass, field

LEVELS = ("not-started", "limited", "substantial", "complete")
MEASURE = "1"
LINES = tuple(f"{MEASURE}.{number}" for number in range(1, 41))
AS_OF = "2024-06-30"

# Each forum has six words; two levels have two words each.
WORDS = (
    ("pendiente", "not-started"), ("sin iniciar", "not-started"), ("en trámite", "limited"),
    ("em andamento", "substantial"), ("avance sustancial", "substantial"), ("cumplido", "complete"),
)

SKEWS = {
    "uneven": "the second forum has half the reports of the first, the third a third, and so on",
    "huge-forum": "half of all reports are in the first forum",
    "long-texts": "nine of ten reports have a long note with quotes, commas and line breaks",
    "bad-rows": "a fifth of the rows has an unknown commitment, country or word, or an impossible date",
}
# Forums, countries and reports of one pair that the generator can draw.
MOST_FORUMS, MOST_COUNTRIES, MOST_REPORTS_OF_A_PAIR = 100, 193, 2000


class ImpossibleShape(ValueError):
    """A workspace of that shape can't be drawn."""


@dataclass(frozen=True)
class WorkspaceShape:
    """What is generated; a change of any field or of VERSION generates anew."""

    reports: int = 1_000_000
    forums: int = 20
    countries: int = 33
    commitments: int = 200
    seed: int = 67
    skew: tuple[str, ...] = field(default=())

    VERSION = 4

    def __post_init__(self) -> None:
        if min(self.reports, self.forums, self.commitments) < 1 or self.countries < 2:
            raise ImpossibleShape("a workspace has a report, a forum, a commitment and two countries at least")
        if self.forums > MOST_FORUMS or self.countries > MOST_COUNTRIES:
            raise ImpossibleShape(f"there are at most {MOST_FORUMS} forums and {MOST_COUNTRIES} countries")
        if max(self.reports_of_each_forum) > self.commitments * self.countries * MOST_REPORTS_OF_A_PAIR:
            raise ImpossibleShape("too many reports for so few commitments and countries: their days would repeat")

    @property
    def reports_of_each_forum(self) -> list[int]:
        """How many reports each forum has: even unless the skew says otherwise."""
        huge = self.reports - self.reports // 2 if "huge-forum" in self.skew and self.forums > 1 else 0
        rest = self.forums - bool(huge)
        shares = [1 / rank for rank in range(1, rest + 1)] if "uneven" in self.skew else [1.0] * rest
        sizes = [int((self.reports - huge) * share / sum(shares)) for share in shares]
        for place in range(self.reports - huge - sum(sizes)):
            sizes[place % rest] += 1
        return [huge] * bool(huge) + sizes

    @property
    def name(self) -> str:
        numbers = [self.reports, self.forums, self.countries, self.commitments]
        return "-".join(["workspace", *map(str, numbers), *self.skew])

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps([self.VERSION, asdict(self)]).encode()).hexdigest()
