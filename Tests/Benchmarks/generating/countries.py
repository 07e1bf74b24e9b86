"""The countries that made-up reports speak of: true codes, the 33 States of Latin America and the Caribbean first."""

import csv
from pathlib import Path
from typing import NamedTuple


class CountryCode(NamedTuple):
    """ISO 3166-1 alpha-3, alpha-2 and numeric code; the UN's subregion, empty outside the region."""

    alpha3: str
    alpha2: str
    numeric: str
    subregion: str


def first_countries(count: int) -> list[CountryCode]:
    """The first `count` of the 193 member States of the United Nations."""
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [CountryCode(*row) for row, _ in zip(rows, range(count))]
