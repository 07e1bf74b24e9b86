"""What a case gives to be told."""

from dataclasses import dataclass, field

from .findings import Finding
from .running import Program


@dataclass(frozen=True)
class Outcome:
    """One case: what was measured on which input."""

    case: str
    about: str
    programs: list[Program] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
