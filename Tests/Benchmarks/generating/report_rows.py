"""Report rows of one forum, drawn fast: a row costs about a millionth of a second."""

import datetime
import random
from array import array
from typing import Iterator

from .shape import WORDS, WorkspaceShape
from .texts import sentence

HEADER = "id,commitment,party,status,date,voice,confidence,sources,note\n"
BATCH = 20_000

# The first country is the furthest behind, the last the furthest ahead: the answers must differ to tell anything.
WEIGHTS_BEHIND = (40, 20, 15, 10, 5, 10)
WEIGHTS_AHEAD = (8, 4, 10, 10, 8, 60)
WORDS_DRAWN = 128

FIRST_DAY = datetime.date(2015, 1, 1)
# A prime: steps of STRIDE days visit each day of the span once before any comes again.
SPAN = 4001
STRIDE = 611
DAYS = [str(FIRST_DAY + datetime.timedelta(days=day)) for day in range(SPAN)]
NEXT_DAY = [(day + STRIDE) % SPAN for day in range(SPAN)]

# Column and text of what can be wrong with a row.
WRONGS = ((1, "c-unknown"), (2, "XXX"), (3, "zzzzzzzz"), (4, "2019-13-40"))


class ReportRows:
    """Draws rows; no two good rows of one (commitment, country) share a date, so that the newest is one."""

    def __init__(self, rng: random.Random, shape: WorkspaceShape, commitments: list[str], countries: list[str]) -> None:
        self.rng = rng
        by_country = [weighted_words(place / (len(countries) - 1)) for place in range(len(countries))]
        self.heads = [f",{commitment},{country}," for commitment in commitments for country in countries]
        self.words = by_country * len(commitments)
        self.day = [rng.randrange(SPAN) for _ in self.heads]
        # Of 256 rows so many have a note or something wrong.
        self.noted, words = (230, 60) if "long-texts" in shape.skew else (26, 5)
        self.wrong = 51 if "bad-rows" in shape.skew else 0
        self.halves = [sentence(rng, "es", words // 2, words) for _ in range(1024)]
        self.has_line_breaks = "long-texts" in shape.skew
        self.bad_rows = 0

    def batches(self, first: int, count: int) -> Iterator[str]:
        """The text of `count` rows, whose numbers begin with `first`, in pieces."""
        for start in range(first, first + count, BATCH):
            yield "".join(self.rows(start, min(BATCH, first + count - start)))

    def rows(self, first: int, count: int) -> list[str]:
        draws = array("Q")
        draws.frombytes(self.rng.randbytes(8 * count))
        heads, words, day, pairs = self.heads, self.words, self.day, len(self.heads)
        noted, wrong = self.noted, self.wrong
        rows = []
        # Of the 64 random bits, 32 choose the pair, 7 the word, then 8 each the confidence, the note, the error.
        for number, draw in enumerate(draws, first):
            pair = (draw & 0xFFFF_FFFF) * pairs >> 32
            when = day[pair]
            day[pair] = NEXT_DAY[when]
            row = (
                f"r{number}{heads[pair]}{words[pair][draw >> 32 & 127]},{DAYS[when]},government,"
                f"{'high' if draw >> 39 & 255 < 205 else 'medium'},https://forum.example/{number},"
                f"{self.note() if draw >> 47 & 255 < noted else ''}\n")
            if draw >> 55 & 255 < wrong:
                row = self.spoilt(row)
            rows.append(row)
        return rows

    def note(self) -> str:
        """Two halves; a fifth of the notes has a comma and quotes, and of these in long texts a quarter two lines."""
        draw = self.rng.getrandbits(28)
        one, other = self.halves[draw & 1023], self.halves[draw >> 10 & 1023]
        if draw >> 20 & 63 >= 13:
            return f"{one} {other}"
        glue = "\n" if self.has_line_breaks and draw >> 26 == 0 else ", "
        return f'"{one}{glue}{other}, ""sic"""'

    def spoilt(self, row: str) -> str:
        self.bad_rows += 1
        fields = row.split(",", 5)
        column, text = self.rng.choice(WRONGS)
        fields[column] = text
        return ",".join(fields)


def weighted_words(ahead: float) -> list[str]:
    """The words in order, each as often as it is likely for a country that is `ahead` (0...1)."""
    weights = [low + (high - low) * ahead for low, high in zip(WEIGHTS_BEHIND, WEIGHTS_AHEAD)]
    edges = [round(WORDS_DRAWN * sum(weights[:place]) / sum(weights)) for place in range(len(weights) + 1)]
    return [word for (word, _), low, high in zip(WORDS, edges, edges[1:]) for _ in range(high - low)]
