"""The YAML files of a made-up workspace that don't grow with it: its rules, framework, countries and forums."""

from .countries import CountryCode
from .shape import LEVELS, LINES, MEASURE, WORDS


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
region: member-state
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


def countries_yaml(countries: list[CountryCode]) -> str:
    text = [
        "# Made-up data for measuring, but for the codes.",
        "regions:",
        '  - {id: "001", name: {en: World}}',
        '  - {id: "419", name: {en: Latin America and the Caribbean}, parent: "001"}',
        '  - {id: "029", name: {en: Caribbean}, parent: "419"}',
        '  - {id: "013", name: {en: Central America}, parent: "419"}',
        '  - {id: "005", name: {en: South America}, parent: "419"}',
        "countries:",
    ]
    for country in countries:
        text += [
            f'  - code: "{country.alpha3}"',
            f'    alpha2: "{country.alpha2}"',
            f'    m49: "{country.numeric}"',
            f"    name: {{en: Country {country.alpha3}}}",
            "    group: member-state",
            *(['    region: "419"', f'    subregion: "{country.subregion}"'] if country.subregion
              else ['    region: "001"']),
            "    sovereign: true",
        ]
    return "\n".join(text) + "\n"


def forum_yaml(forum: str, countries: list[CountryCode]) -> str:
    words = "\n".join(f"  {word}: {level}" for word, level in WORDS)
    members = "\n".join(f"  - {{country: {country.alpha3}, since: 1990-01-01}}" for country in countries)
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
