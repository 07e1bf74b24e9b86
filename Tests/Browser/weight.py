"""Checks how much a page asks a reader to fetch."""

import gzip

# Compressed, in bytes: a matrix has to come through a slow connection in a meeting; others have more room.
MOST_OF_A_MATRIX = 60_000
MOST_OF_A_PAGE = 100_000
MOST_OF_THE_ASSETS = 20_000


def size(path):
    """The size of a file as a server sends it, compressed."""
    return len(gzip.compress(path.read_bytes(), 6))


def check(folder, pages):
    """The pages that weigh too much, a line for each."""
    faults = []
    for page in pages:
        most = MOST_OF_A_MATRIX if "/matrix" in page else MOST_OF_A_PAGE
        weight = size(folder / page)
        if weight > most:
            faults.append(f"{page}: weighs {weight} bytes compressed, more than {most}")
    assets = sum(map(size, (folder / "assets").iterdir()))
    if assets > MOST_OF_THE_ASSETS:
        faults.append(f"assets: weigh {assets} bytes compressed, more than {MOST_OF_THE_ASSETS}")
    return faults
