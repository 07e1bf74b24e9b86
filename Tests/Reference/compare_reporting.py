"""Compares dated facts: reporting to the Committee, reviews, votes, sessions, and the clauses on entry into force."""

import re

from compare import absent, by_id
from compare_others import folder_of, lac_states, others, sources
from reading import norm

WORDS = {
    "review_dialogue": "considered",
    "review_in_absence_of_report": "reviewed in the absence of a report",
    "concluding_observations_adopted": "concluding observations",
    "concluding_observations_published": "concluding observations published",
    "report_due": "due",
    "report_received": "received",
    "report_published": "report published",
    "replies_to_list_of_issues_received": "replies",
    "list_of_issues_published": "list of issues",
    "list_of_issues_prior_to_reporting_adopted": "list of issues prior to reporting",
    "list_of_issues_prior_to_reporting_published": "list of issues prior to reporting",
    # All four are told with a QPR document or the simplified procedure.
    "list_of_issues_transmitted": "list of issues prior to reporting",
}
BASIS = {
    "listed": "listed",
    "listed_with_summary": "listed",
    "main_messages_published": "main messages published",
    "presented": "presented",
}
POSITIONS = {
    "gcm_vote_abstention": "abstained",
    "gcm_vote_not_cast": "vote not cast",
    "gcm_withdrawal_announced": "withdrawal announced",
    "gcm_return_announced": "return announced",
    "gcm_regional_review_host": "host of the regional review",
    "gcm_regional_review_chair": "chair of the regional review",
    "gcm_champion_country": "champion country",
    "withdrawal_announced": "withdrawal announced",
    "return_announced": "return announced",
    "left_negotiations": "left the negotiations",
    "still_outside": "still outside",
}
PRECISION = {4: "year", 7: "month", 10: "day"}


def fact_id(fact):
    return f"CMW-{fact['country']}-{fact['event']}-{fact['date']}"


def review_id(fact):
    return f"VNR-{fact['country']}-{fact['year']}"


def position_id(fact):
    return f"GCM-{fact['country']}-{fact['event']}-{fact['date']}"


def national_reports(reference):
    return [fact for fact in reference["cmw-reporting"]["montevideo_consensus"] if "country" in fact]


def national_report_id(fact):
    return f"CRPD-{fact['country']}-{fact['event']}-{fact['date']}"


def vote_rows(reference):
    """The votes told by country and those told as "the other 26"."""
    vote = next(f for f, folder in others(reference) if folder == "gcm")["vote_2018_12_19"]
    rest = [c for c in lac_states(reference) if c not in vote["lac_abstained"] + vote["lac_not_voting"]]
    yield from ((country, "voted in favour", f"GCM-{country}-gcm_vote_in_favour-2018-12-19") for country in rest)
    yield from (
        (country, "voted against", f"GCM-{country}-gcm_vote_against-2018-12-19") for country in vote["other_against"]
    )


def outside_facts(reference):
    """Events of membership of the Compact that the reporting facts don't tell as well."""
    events = next(f for f, folder in others(reference) if folder == "gcm")["membership_events"]
    return [event for event in events if event["event"] in ("left_negotiations", "still_outside")]


def known_ids(reference):
    facts = reference["cmw-reporting"]
    ids = {fact_id(fact) for fact in facts["facts"]} | {review_id(fact) for fact in facts["vnr"]}
    ids |= {position_id(fact) for fact in facts["global_compact"]["country_facts"] + outside_facts(reference)}
    ids |= {national_report_id(fact) for fact in national_reports(reference)}
    return ids | {name for _, _, name in vote_rows(reference)}


def row_pairs(wanted, row, commitment, status):
    return {
        "commitment": (commitment, row["commitment"]),
        "country": (wanted["country"], row["party"]),
        "status": (status, row["status"]),
        "confidence": (wanted["confidence"], row["confidence"]),
        "source": (sources(wanted, {}), row["sources"].split(" | ")),
        "note": (wanted.get("note"), row["note"]),
        "given by": ("compiler", row["given-by"]),
    }


def dated_pairs(wanted, row):
    return {
        "event": (wanted["event"], row["wording"]),
        "date": (wanted["date"], row["date"]),
        "precision": (wanted.get("precision"), PRECISION[len(row["date"])] if "precision" in wanted else ""),
        "end": (wanted.get("end_date"), row.get("end-date")),
    }


def reporting_cycle(reference, shipped):
    there = by_id(shipped.reports["cmw"])
    for wanted in reference["cmw-reporting"]["facts"]:
        row = there.get(fact_id(wanted))
        if row is None:
            yield absent("reporting facts", fact_id(wanted))
            continue
        kind = "deadline" if wanted["event"] == "report_due" else "event"
        own = {name: (wanted.get(name.removesuffix("-number")), row[name]) for name in OWN_FIELDS}
        yield "reporting facts", fact_id(wanted), (
            row_pairs(wanted, row, "icrmw-73", WORDS[wanted["event"]])
            | dated_pairs(wanted, row)
            | own
            | {"date kind": (kind, row["date-kind"]), "voice": ("review-body", row["voice"])}
        )


OWN_FIELDS = ("report-number", "document", "procedure")


def national_reviews(reference, shipped):
    there = by_id(shipped.reports["sdg"])
    for wanted in reference["cmw-reporting"]["vnr"]:
        row = there.get(review_id(wanted))
        if row is None:
            yield absent("voluntary national reviews", review_id(wanted))
            continue
        yield "voluntary national reviews", review_id(wanted), row_pairs(
            wanted, row, "sdg-vnr", BASIS[wanted["basis"]]
        ) | {
            "year": (wanted["year"], row["date"]),
            "basis": (wanted["basis"], row["basis"]),
            "wording": (f"{wanted['event']} {wanted['basis']}", row["wording"]),
        }


def positions(reference, shipped):
    """Votes, withdrawals, returns and roles; a membership event told in both files is the same row."""
    there = by_id(shipped.reports["gcm"])
    told = reference["cmw-reporting"]["global_compact"]["country_facts"]
    for wanted in told + outside_facts(reference):
        row = there.get(position_id(wanted))
        if row is None:
            yield absent("positions on the Compact", position_id(wanted))
            continue
        yield "positions on the Compact", position_id(wanted), row_pairs(
            wanted, row, "gcm-compact", POSITIONS[wanted["event"]]
        ) | dated_pairs(wanted, row)
    events = next(f for f, folder in others(reference) if folder == "gcm")["membership_events"]
    for wanted in events:
        same = [
            row
            for row in there.values()
            if row["party"] == wanted["country"] and row["wording"].removeprefix("gcm_") == wanted["event"]
        ]
        row = same[0] if len(same) == 1 else {"sources": "", "status": "", "date": "", "confidence": ""}
        yield "positions on the Compact", f"membership event {wanted['country']} {wanted['event']}", {
            "status": (POSITIONS[wanted["event"]], row["status"]),
            "date": (wanted["date"], row["date"]),
            "confidence": (wanted["confidence"], row["confidence"]),
            "source": (wanted["source"], row["sources"]),
        }
    yield from spells_outside(events, by_id(shipped.forums["gcm"]["members"], "country"))


def spells_outside(events, members):
    start = {"left_negotiations", "withdrawal_announced", "still_outside"}
    for country in sorted({event["country"] for event in events}):
        mine = [event for event in events if event["country"] == country]
        spell = members.get(country, {}).get("not-participating", {})
        since = next((event["date"] for event in mine if event["event"] in start), "")
        until = next((event["date"] for event in mine if event["event"] == "return_announced"), "")
        yield "spells outside the Compact", country, {
            "since": (since, spell.get("since")),
            "until": (until, spell.get("until")),
        }
    others_out = {name for name, row in members.items() if "not-participating" in row} - {e["country"] for e in events}
    yield "spells outside the Compact", "nobody else", {"others": (set(), others_out)}


def votes(reference, shipped):
    vote = next(f for f, folder in others(reference) if folder == "gcm")["vote_2018_12_19"]
    there, rows = by_id(shipped.reports["gcm"]), list(vote_rows(reference))
    favour = [row for row in rows if row[1] == "voted in favour"]
    yield "votes", "in favour", {"count": (vote["lac_in_favour"], f"the other {len(favour)}")}
    text = by_id(shipped.forums["gcm"]["background"])["vote"]["text"]
    for key in ("in_favour", "against", "abstentions", "not_voting"):
        said = f"{key.replace('_', ' ')}: {vote[key]}"
        yield "votes", key, {"number": (said, said if said in text else "missing")}
    for country, status, name in rows:
        row = there.get(name, {"sources": ""})
        yield "votes", name, {
            "country": (country, row.get("party")),
            "status": (status, row.get("status")),
            "date": ("2018-12-19", row.get("date")),
            "confidence": (vote["confidence"], row.get("confidence")),
            "source": (vote["source"], row["sources"]),
        }
    told = {
        (fact["country"], fact["event"]) for fact in reference["cmw-reporting"]["global_compact"]["country_facts"]
    }
    for key, event in (("lac_abstained", "gcm_vote_abstention"), ("lac_not_voting", "gcm_vote_not_cast")):
        for country in vote[key]:
            yield "votes", f"{country} {event}", {"told twice alike": (True, (country, event) in told)}


def national_report_facts(reference, shipped):
    there = by_id(shipped.reports["montevideo-consensus"])
    for wanted in national_reports(reference):
        row = there.get(national_report_id(wanted))
        if row is None:
            yield absent("national reports", national_report_id(wanted))
            continue
        word = "avance del informe nacional presentado"
        yield "national reports", national_report_id(wanted), row_pairs(
            wanted, row, "crpd-national-reports", word
        ) | dated_pairs(wanted, row)


def sessions(reference, shipped):
    """Summits, ministerial meetings, sessions of the Conference and reviews, in the order of the reference."""
    facts = reference["cmw-reporting"]
    wanted = {folder: forum["sessions"] for forum, folder in others(reference) if "sessions" in forum}
    wanted["montevideo-consensus"] = [f for f in facts["montevideo_consensus"] if "country" not in f]
    wanted["gcm"] = facts["global_compact"]["region_events"]
    for folder, rows in wanted.items():
        found = shipped.forums[folder]["sessions"]
        if folder == "gcm":
            added, found = found[:2], found[2:]
            yield "sessions", "gcm adoption", {
                "days": (["2018-12-10", "2018-12-19"], [session["date"] for session in added])
            }
        yield "sessions", folder, {"count": (str(len(rows)), str(len(found)))}
        for row, session in zip(rows, found):
            yield "sessions", f"{folder} {row['date']}", session_pairs(row, session)
    cycle = next(f for f, folder in others(reference) if folder == "cmw")["cycle"]["ordinary_meeting"]
    said = [(s["label"].split()[0], s["date"], s.get("until", "")) for s in shipped.forums["cmw"]["sessions"]]
    read = [("40th", "2025-04", ""), ("41st", "2025-12-01", "2025-12-11")]
    yield "sessions", "cmw", {
        "text": (True, "40th in April 2025, 41st on 1-11 December 2025" in norm(cycle)),
        "sessions": (read, said),
    }


def session_pairs(row, session):
    told = session.get("note", "")
    pairs = {
        "date": (row["date"], session["date"]),
        "end": (row.get("end_date"), session.get("until")),
        "place": (row.get("place"), session.get("place")),
        "confidence": (row["confidence"], session["confidence"]),
        "source": (sources(row, {}), session["sources"]),
    }
    if "event" in row:
        pairs["event"] = (row["event"].replace("_", "-"), session["id"])
    if "ordinal" in row:
        pairs["ordinal"] = (row["ordinal"] + " Summit", session["label"])
    for key in ("note", "status", "planned_before"):
        pairs[key] = (row.get(key, ""), row.get(key, "") if norm(row.get(key)) in norm(told) else "missing")
    return pairs


MONTHS = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def in_words(session):
    """The dates of a session as prose writes them: "Sep 2013", "20-21 Aug 2012"."""
    year, month, *day = session["date"].split("-")
    days = "-".join(str(int(d)) for d in [*day, *([session["until"].split("-")[2]] if "until" in session else [])])
    return f"{days} {MONTHS[int(month)]} {year}".strip()


def sessions_told_in_prose(reference, shipped):
    """Meetings of the core forums that the reference tells in a sentence only."""
    core = reference["forums-core"]
    celac = next(forum for forum in core["forums"] if forum["id"] == "CELAC")
    bridges = norm(str(core))
    for folder, text in (("celac", norm(celac["cycle"]["meetings"])), ("rcm", bridges), ("sacm", bridges)):
        for session in shipped.forums[folder]["sessions"]:
            said = [f"{session['place']}{sign} {in_words(session)}" for sign in ("", ",")]
            found = any(words in text for words in said)
            yield "sessions told in prose", f"{folder} {session['id']}", {"words": (True, found)}


NUMBERS = {"three": "3", "six": "6", "third": "3", "ninth": "9"}


def clause_of(text):
    """(clause, deposits, rule) as the words of a treaty's entry rule say."""
    if found := re.search(r"first day of the month after (\w+) months have passed since the (\d+)th deposit", text):
        return "deposits", found[2], {"first-of-month-after-months": NUMBERS[found[1]]}
    if found := re.search(r"(\d+)th day after the State deposit", text):
        return "per-state", "", {"days": found[1]}
    if found := re.search(r"(\d+) months after the ratification", text):
        return "per-state", "", {"months": found[1]}
    if "date of the State deposit" in text:
        return "per-state", "", {"days": "0"}
    return text, "", {}


def entry_clauses(reference, shipped):
    """Clauses on entry into force, read again from the words of the reference; nobody else may have one."""
    wanted = {}
    for treaty in reference["treaties"]["instruments"]:
        rule = treaty["state_entry_rule"]
        wanted["un-treaties", treaty["id"]] = (*clause_of(norm(rule["rule"])), rule["article"])
    for forum, folder in others(reference):
        told = by_id(forum["rules"])
        if folder == "unasur":
            text = norm(told["unasur-entry"]["text"])
            found = re.search(r"In force (\d+) days after the (\w+) ratification; for later parties (\d+) days", text)
            for name in ("unasur-c1", "unasur-c2"):
                wanted[folder, name] = ("deposits", NUMBERS[found[2]], {"days": found[1]}, "24 and 26")
        if folder == "can":
            article = told["can-direct-applicability"]["article"]
            for commitment in forum["commitments"]:
                wanted[folder, commitment["id"]] = ("on-publication", "", {}, article)
    core = {rule["id"]: rule for forum in reference["forums-core"]["forums"] for rule in forum["rules"]}
    days = re.search(r"(\d+) days after that communication", norm(core["MER-R3"]["statement"]))[1]
    for name in ("MER-DEC-64-10", "MER-DEC-32-17"):
        wanted["mercosur", name] = ("all-incorporated", "", {"days": days}, core["MER-R3"]["article"])
    if "art. 8: on signature" in norm(core["MER-R7"]["statement"]):
        wanted["mercosur", "MER-DEC-18-08"] = ("on-signature", "", {}, "art. 8")
    text = norm(core["CAR-R15"]["statement"])
    if "first day of the third month after the month of the third ratification" in text:
        wanted["caricom", "CAR-SS"] = ("deposits", "3", {"first-of-nth-month": "3"}, "art. 59.2")
    found = {
        (folder, c["id"]): c["entry-into-force"]
        for folder, rows in shipped.commitments.items()
        for c in rows
        if "entry-into-force" in c and c["id"] not in shipped.added
    }
    for key in sorted({*wanted, *found}):
        clause, deposits, rule, article = wanted.get(key, ("none told", "", {}, ""))
        have = found.get(key, {})
        yield "clauses on entry into force", " ".join(key), {
            "clause": (clause, have.get("clause")),
            "deposits": (deposits, have.get("deposits")),
            "rule": (rule, have.get("rule", {})),
            "article": (article, article if norm(article) in norm(have.get("article")) else "missing"),
        }
    for name in ("unasur-c1", "unasur-c2"):
        have = found.get(("unasur", name), {})
        yield "clauses on entry into force", name + " later and leaving", {
            "later": ({"days": "30"}, have.get("later")),
            "withdrawal": ({"months": "6"}, have.get("withdrawal")),
        }
    have = found.get(("un-treaties", "ICRMW"), {})
    yield "clauses on entry into force", "ICRMW later", {"later": (have.get("rule"), have.get("later"))}


def own_counts(reference, shipped):
    """The counts that the two files give of themselves, counted again in what is shipped."""
    counts, facts = reference["forums-others"]["meta"]["counts"], reference["cmw-reporting"]["meta"]["counts"]
    folders = [folder_of(forum["id"]) for forum in reference["forums-others"]["forums"]]
    ours = set(shipped.added)
    commitments = sum(c["id"] not in ours for name in folders for c in shipped.commitments[name])
    reporting = {rule["id"] for rule in reference["cmw-reporting"]["rules"]}
    rules = sum(rule["id"] not in reporting for name in folders for rule in shipped.forums[name]["rules"])
    cmw, reviews = shipped.first_reports["cmw"], shipped.first_reports["sdg"] + shipped.replaced
    conference = shipped.forums["montevideo-consensus"]["sessions"]
    told = reference["cmw-reporting"]["global_compact"]
    counted = {
        "forums": (counts["forums"], len(folders)),
        "commitments": (counts["commitments"], commitments),
        "rules": (counts["rules"], rules),
        "reporting facts": (facts["cmw_facts"], len(cmw)),
        "reporting facts, high": (facts["cmw_high"], sum(row["confidence"] == "high" for row in cmw)),
        "reviews": (facts["vnr_facts"], len(reviews)),
        "reviews, high": (facts["vnr_high"], sum(row["confidence"] == "high" for row in reviews)),
        "facts on the Consensus": (
            facts["montevideo_facts"],
            len(conference) + len(shipped.first_reports["montevideo-consensus"]),
        ),
        "facts on the Compact": (facts["gcm_facts"], len(told["region_events"]) + len(told["country_facts"])),
    }
    for name, (wanted, found) in counted.items():
        yield "own counts of the other files", name, {"count": (wanted, str(found))}
