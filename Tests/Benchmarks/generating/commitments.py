"""Made-up commitments.yaml files, in the mix of styles that people write: plain, quoted, flow, folded."""

import random
from pathlib import Path

from .shape import LINES
from .texts import sentence

OPENING = "# Made-up data for measuring.\ncommitments:\n"


def aligned_lines(rng: random.Random) -> list[str]:
    """The two lines that a commitment is aligned to."""
    return sorted(rng.sample(LINES, 2), key=LINES.index)


def commitment_record(rng: random.Random, identifier: str, number: str, lines: list[str], note_words: int) -> str:
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
    records = [OPENING]
    written = 0
    while written < size:
        index = len(records)
        record = commitment_record(
            rng, f"c{index:05}", f"{index // 20}.{index % 20}", aligned_lines(rng), note_words=50)
        written += len(record.encode())
        records.append(record)
    path.write_text("".join(records), encoding="utf-8", newline="\n")
    return len(records) - 1
