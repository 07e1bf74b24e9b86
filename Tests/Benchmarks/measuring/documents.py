"""Puts tables into the pages of the documentation, between two marks that the page holds."""

from .paths import DOCUMENTATION
from .running import Failure, say

BEGIN, END = "<!-- measured: written by make bench, don't edit -->", "<!-- end of measured -->"


def write_into(page: str, markdown: str) -> None:
    """Replaces what stands between the marks of a page."""
    path = DOCUMENTATION / page
    text = path.read_text(encoding="utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise Failure(f"{page} needs the lines {BEGIN} and {END}, once each")
    before, rest = text.split(BEGIN)
    path.write_text(f"{before}{BEGIN}\n\n{markdown}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")
    say(f"Wrote Sources/Documentation/{page}")
