"""Puts tables into the pages of the documentation, between two marks that the page holds."""

from .paths import DOCUMENTATION
from .running import Failure, say


def write_into(page: str, markdown: str, name: str = "measured") -> None:
    """Replaces what stands between the two marks of a name in a page."""
    begin, end = f"<!-- {name}: written by make bench, don't edit -->", f"<!-- end of {name} -->"
    path = DOCUMENTATION / page
    text = path.read_text(encoding="utf-8")
    if text.count(begin) != 1 or text.count(end) != 1:
        raise Failure(f"{page} needs the lines {begin} and {end}, once each")
    before, rest = text.split(begin)
    path.write_text(f"{before}{begin}\n\n{markdown}\n\n{end}{rest.split(end)[1]}", encoding="utf-8")
    say(f"Wrote Sources/Documentation/{page}")
