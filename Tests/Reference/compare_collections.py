"""Compares treaties, countries and the framework, and the counts that the reference gives of itself."""

from compare import ACTS, CROSS, absent, by_id, crosswalk
from reading import in_languages_of


def cross_instrument(reference):
    return reference["forums-core"]["cross_forum"]["instruments"][0]


def instruments(reference, shipped):
    there, cross = by_id(shipped.commitments[CROSS]), cross_instrument(reference)
    for wanted in reference["treaties"]["instruments"]:
        found = there.get(wanted["id"])
        if found is None:
            yield absent("treaties", wanted["id"])
            continue
        extra = cross if cross["id"] == wanted["id"] else {}
        yield "treaties", wanted["id"], instrument_pairs(wanted, extra, found)


def instrument_pairs(wanted, extra, found):
    fields, count, rule = found["fields"], wanted.get("global_count", {}), wanted["state_entry_rule"]
    sources = wanted["sources"] + [s for s in extra.get("sources", []) if s not in wanted["sources"]]
    parent = [link["to"] for link in found.get("links", []) if link["as"] == "part-of"]
    return {
        "name": (wanted["name"], found["title"]),
        "short": (wanted["short"], fields["short-name"]),
        "adopted": (wanted["adopted"], found["adopted"]),
        "in force": (wanted["in_force"], found["in-force"]),
        "depositary": (wanted["depositary"], fields["depositary"]),
        "number": (wanted.get("untc", wanted["short"]), found["number"]),
        "registration": (wanted.get("registration"), fields.get("registration")),
        "entry article": (rule["article"], fields["entry-rule-article"]),
        "entry rule": (rule["rule"], fields["entry-rule"]),
        "parent": ([wanted["parent"]] if "parent" in wanted else [], parent),
        "monitoring body": (wanted.get("monitoring_body"), fields.get("monitoring-body")),
        "parties": (count.get("parties"), fields.get("global-parties")),
        "signatories": (count.get("signatories"), fields.get("global-signatories")),
        "as of": (count.get("as_of"), fields.get("global-as-of")),
        "count note": (count.get("note"), fields.get("global-note")),
        "crosswalk": (crosswalk(wanted["montevideo"]), [(x["to"], x["relation"]) for x in found["crosswalk"]]),
        "sdg": (extra.get("sdg"), found.get("sdg")),
        "gcm": (extra.get("gcm"), found.get("gcm")),
        "confidence": (wanted["confidence"], found["confidence"]),
        "sources": (sources, found["sources"]),
    }


def row_id(row):
    return f"{row['instrument']}-{row['country']}-{row['action']}-{row['date']}"


def participation(reference, shipped):
    there = by_id(shipped.reports[CROSS])
    for wanted in reference["treaties"]["participation"]:
        found = there.get(row_id(wanted))
        if found is None:
            yield absent("treaty acts", row_id(wanted))
            continue
        yield "treaty acts", row_id(wanted), {
            "treaty": (wanted["instrument"], found["commitment"]),
            "country": (wanted["country"], found["party"]),
            "act": (wanted["action"], found["wording"]),
            "status": (ACTS[wanted["action"]], found["status"]),
            "date": (wanted["date"], found["date"]),
            "confidence": (wanted["confidence"], found["confidence"]),
            "source": (wanted["source"], found["sources"]),
            "note": (wanted.get("note"), found["note"]),
            "effective": (wanted.get("effective"), found["effective"]),
            "effective basis": (wanted.get("effective_basis"), found["effective-basis"]),
        }


def declarations(reference, shipped):
    exceptions = {
        (c["id"], x["party"], x["since"]): x for c in shipped.commitments[CROSS] for x in c.get("exceptions", [])
    }
    for wanted in reference["treaties"]["declarations_and_reservations"]:
        name = (wanted["instrument"], wanted["country"], wanted["date"])
        found = exceptions.get(name)
        if found is None:
            yield absent("declarations and reservations", " ".join(name))
            continue
        yield "declarations and reservations", " ".join(name), {
            "kind": (wanted["kind"], found["kind"]),
            "articles": (wanted["articles"], found["articles"]),
            "confidence": (wanted["confidence"], found["confidence"]),
            "source": ([wanted["source"]], found["sources"]),
            "note": (wanted.get("note"), found.get("note")),
        }


def cross_status_words(reference, shipped):
    statuses = {record["code"]: (word, record) for word, record in shipped.forums[CROSS]["statuses"].items()}
    for wanted in cross_instrument(reference)["status_vocabulary"]:
        word, found = statuses.get(wanted["code"], ("", {"words": {}}))
        yield "status words", f"ICRMW {wanted['code']}", {
            "words": ({k: wanted[k] for k in ("en", "es", "pt", "fr")}, {"en": word, **found["words"]})
        }


def cross_links(reference, shipped):
    links = {c["id"]: [x["to"] for x in c.get("links", [])] for c in shipped.commitments["sacm"]}
    for name in cross_instrument(reference)["linked_commitments"]:
        yield "links to the Convention", name, {
            "link": ("un-treaties/ICRMW", "un-treaties/ICRMW" if "un-treaties/ICRMW" in links[name] else "")
        }


def countries(reference, shipped):
    there = by_id(shipped.countries["countries"], "code")
    names = by_id(shipped.countries["regions"])
    for wanted in reference["countries"]["countries"]:
        found = there.get(wanted["alpha3"])
        if found is None:
            yield absent("countries", wanted["alpha3"])
            continue
        long = wanted.get("official_un_names", {})
        kept = all(long[k] in found.get("note", "") for k in ("es", "fr") if k in long)
        yield "countries", wanted["alpha3"], {
            "alpha2": (wanted["alpha2"], found["alpha2"]),
            "m49": (wanted["m49"], found["m49"]),
            "names": (wanted["names"], found["name"]),
            "group": (wanted["group"].replace("_", "-"), found["group"]),
            "sovereign": (wanted["sovereign"], found["sovereign"]),
            "region": (wanted["region"], {"m49": found["region"], "name": names[found["region"]]["name"]["en"]}),
            "subregion": (
                wanted["subregion"],
                {"m49": found["subregion"], "name": names[found["subregion"]]["name"]["en"]},
            ),
            "administering": (wanted.get("administering_state"), found.get("administered-by")),
            "associate": (wanted.get("eclac_associate_member"), found.get("eclac-associate")),
            "UN name": (long.get("en"), found.get("un-name")),
            "UN name es fr": (True, kept),
            "confidence": (wanted["confidence"], found["confidence"]),
        }


def regions(reference, shipped):
    there = by_id(shipped.countries["regions"])
    for wanted in reference["countries"]["regions"]:
        found = there.get(wanted["m49"], {})
        yield "regions", wanted["m49"], {
            "name": (wanted["name"], found.get("name")),
            "parent": (wanted.get("parent"), found.get("parent")),
        }


def chapters(reference, shipped):
    consensus, there = reference["montevideo-consensus"], by_id(shipped.framework["chapters"])
    for wanted in consensus["chapters"]:
        found, more = there.get(wanted["id"], {}), consensus["other_measures"].get(wanted["id"], {})
        sources = [wanted["source"]] + [s for s in more.get("sources", []) if s != wanted["source"]]
        yield "chapters", wanted["id"], {
            "title": (wanted["title"], found.get("title")),
            "measures": (wanted["measures"], found.get("measures")),
            "coverage": (wanted["coverage"], found.get("coverage")),
            "counted": (wanted.get("counted_in_98"), found.get("counted")),
            "sources": (sources, found.get("sources")),
            "themes": (more.get("themes"), found.get("themes")),
            "note": (more.get("note"), found.get("note") if "note" in more else None),
        }


def measures(reference, shipped):
    consensus, there = reference["montevideo-consensus"], by_id(shipped.framework["measures"])
    for chapter, more in consensus["other_measures"].items():
        for wanted in more["measures"]:
            found = there.get(wanted["number"], {"title": {}})
            yield "measures", wanted["number"], {
                "title": ({k: wanted[k] for k in ("en", "es")}, found["title"]),
                "chapter": (chapter, found.get("chapter")),
                "coverage": ("partial", found.get("coverage")),
                "confidence": (wanted["confidence"], found.get("confidence")),
            }
    for wanted in consensus["chapter_f"]["measures"]:
        found = there.get(wanted["number"])
        yield (
            ("measures", wanted["number"], measure_pairs(wanted, found))
            if found
            else absent("measures", wanted["number"])
        )


SAME = {
    "code": "code",
    "guide_format": "guide-format",
    "title": "title",
    "gist": "gist",
    "confidence": "confidence",
    "gaps": "gaps",
    "lines_of_action_complete": "lines-complete",
    "targets_truncated": "targets-truncated",
    "inherits_from": "inherits-from",
    "tentative_indicators_status": "indicators-status",
    "adopted_indicators_linked": "adopted-indicators",
    "related_instruments": "instruments",
    "related_forums": "forums",
    "related_forums_note": "forums-note",
    "related_forums_confidence": "forums-confidence",
    "extra_regional_counterparts": "counterparts",
    "related_sdg_targets": "sdg",
    "related_sdg_note": "sdg-note",
    "time_bound": "time-bound",
    "themes": "themes",
    "sources": "sources",
}


def measure_pairs(wanted, found):
    pairs = {old: (wanted.get(old) or "", found.get(new) or "") for old, new in SAME.items()}
    related = [
        {("number" if key == "to" else key): value for key, value in row.items()} for row in found.get("related", [])
    ]
    pairs["related"] = (wanted["related_measures"], related)
    return pairs


PARTS = {
    "lines_of_action": ("lines", "."),
    "targets": ("targets", "-t"),
    "tentative_indicators": ("indicators", "-i"),
    "indicators_mentioned_in_comments": ("indicators-mentioned", "-m"),
}


def parts_of_measures(reference, shipped):
    """Lines, targets and indicators, each with all its titles."""
    there = by_id(shipped.framework["measures"])
    for measure in reference["montevideo-consensus"]["chapter_f"]["measures"]:
        for old, (new, sign) in PARTS.items():
            found = by_id(there.get(measure["number"], {}).get(new, []))
            for wanted in measure.get(old, []):
                name = measure["number"] + sign + wanted["n"]
                titles = {k: v for k, v in wanted.items() if k in ("en", "es", "pt", "fr")} or {"en": wanted["text"]}
                have = found.get(name, {})
                rest = {k: (wanted.get(k), have.get(k)) for k in ("kind", "unit", "level")}
                yield new, name, {"title": (titles, in_languages_of(titles, have.get("title", {}))), **rest}


def adopted_indicators(reference, shipped):
    there = by_id(shipped.framework["adopted-indicators"])
    for wanted in reference["montevideo-consensus"]["adopted_indicators_seen"]:
        found = there.get(wanted["id"], {})
        yield "adopted indicators", wanted["id"], {
            "gist": (wanted["gist"], found.get("gist")),
            "note": (wanted.get("note"), found.get("note")),
            "adapted from": ("SDG indicator " + wanted["adapted_from_sdg_indicator"], found.get("adapted-from")),
            "measures": ([m.split(".")[1] for m in wanted["linked_measures"]], found.get("measures")),
            "source": ([wanted["source"]], found.get("sources")),
            "confidence": (wanted["confidence"], found.get("confidence")),
        }


def own_counts(reference, shipped):
    """The counts that the reference gives of itself, counted again in what is shipped."""
    wanted, treaties = reference["forums-core"]["meta"]["counts"], reference["treaties"]["meta"]["counts"]
    for forum, number in wanted["commitments"].items():
        first = [c for c in shipped.commitments[forum.lower()] if c["id"] not in shipped.added]
        found = [c for c in first if c.get("tracked") != "false"]
        yield "own counts", forum + " commitments", {"count": (number, str(len(found)))}
        yield "own counts", forum + " rules", {
            "count": (wanted["rules"][forum], str(len(shipped.forums[forum.lower()]["rules"])))
        }
    ids = [row["id"] for rows in shipped.reports.values() for row in rows if row["id"].startswith("FACT-")]
    ids += [
        item["id"]
        for forum in shipped.forums.values()
        for item in forum["background"]
        if item["id"].startswith("FACT-")
    ]
    yield "own counts", "facts", {"count": (wanted["facts"], str(len(ids)))}
    rows = [row for row in shipped.first_reports[CROSS] if not row["id"].startswith("FACT-")]
    yield "own counts", "treaty acts", {"count": (treaties["participation_rows"], str(len(rows)))}
    for level in ("high", "medium"):
        number = str(sum(row["confidence"] == level for row in rows))
        yield "own counts", f"treaty acts, {level}", {"count": (treaties[f"rows_{level}"], number)}
