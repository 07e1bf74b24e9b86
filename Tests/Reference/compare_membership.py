"""Compares who is what to the other forums: members, past members, parties, events, special standings."""

import datetime
import re

from compare import by_id
from compare_others import lac_states, others, sources, there_if
from reading import norm


def plain_members(forum):
    """(country, role, since, until, confidence, note) as the reference lists them."""
    confidence = forum.get("members_confidence")
    for row in forum.get("members", []):
        if isinstance(row, str):
            yield row, "member", None, confidence, None
            continue
        for country in row.get("countries", [row.get("country")]):
            note = row.get("note") or row.get("since_note") or ("" if "countries" in row else row.get("role"))
            yield country, "member", row.get("since"), row.get("confidence", confidence), note


def months_later(text, months):
    year, month, *day = (int(part) for part in text.split("-"))
    month += months
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year}-{month:02}" + "".join(f"-{d:02}" for d in day)


def days_later(text, days):
    return str(datetime.date.fromisoformat(text) + datetime.timedelta(days))


def members(reference, shipped):
    lac = lac_states(reference)
    associates = [c["alpha3"] for c in reference["countries"]["countries"] if c.get("eclac_associate_member") == "true"]
    counts = {
        "sica": 8 + 4 + 1,  # eight members, four observers, the years of the Dominican Republic as associate
        "can": 4 + 2 + 5,  # members, past members, associates
        "unasur": 12 + 2,  # parties, Brazil again, Argentina on its way back
        "summit-americas": len(lac) + 2,
        "la-declaration": 22,
        "crpd": len(lac) + 2 + len(associates),
        "cmw": 18,
        "gcm": len(lac) + 1,
        "sdg-hlpf": len(lac),
    }
    for forum, folder in others(reference):
        rows = shipped.forums[folder]["members"]
        yield "other member lists", forum["id"], {"count": (str(counts[forum["id"]]), str(len(rows)))}
        first = {}
        for row in rows:
            first.setdefault((row["country"], row.get("as", "member")), row)
        wanted = list(plain_members(forum)) if forum["id"] not in ("unasur", "cmw") else []
        wanted += [(c, "observer", None, None, None) for c in forum.get("regional_observers_partial", [])]
        if forum["id"] in ("summit-americas", "crpd", "gcm", "sdg-hlpf"):
            special = {row["country"] for row in forum.get("special_status", [])}
            everyone = [*lac, *forum.get("members_other", [])]
            wanted += [(c, "member", None, None, None) for c in everyone if c not in special]
        if forum["id"] == "crpd":
            wanted += [(c, "member", None, None, None) for c in ("CAN", "USA")]
            wanted += [(c, "associate", None, None, None) for c in associates]
        for country, role, since, confidence, note in wanted:
            found = first.get((country, role), {"note": "missing"})
            yield "other members", f"{forum['id']} {country} {role}", {
                "there": ("there", "there" if "country" in found else "missing"),
                "since": (since, found.get("since")),
                "confidence": (confidence, found.get("confidence")),
                "note": (note, there_if(note, [found.get("note")])),
            }
        names = {(c, r) for c, r, *_ in wanted} | EXPLAINED.get(forum["id"], set())
        if forum["id"] not in ("unasur", "cmw"):
            extra = {f"{c} {r}" for c, r in first} - {f"{c} {r}" for c, r in names}
            yield "other member lists", forum["id"] + " (nobody else)", {"others": (set(), extra)}


# Members that stand elsewhere in the reference than in its list: compared under events and special standings.
EXPLAINED = {
    "sica": {("DOM", "associate")},
    "can": {("CHL", "member"), ("VEN", "member"), ("CHL", "associate"), ("ARG", "associate"), ("BRA", "associate")}
    | {("PRY", "associate"), ("URY", "associate")},
    "summit-americas": {("CUB", "member"), ("NIC", "member"), ("VEN", "member")},
    "gcm": {("USA", "member")},
}


def andean_memberships(reference, shipped):
    """Past members and associates of the Andean Community, from its dated events."""
    forum = next(f for f, folder in others(reference) if folder == "can")
    rows = {(row["country"], row.get("as", "member")): row for row in shipped.forums["can"]["members"]}
    keys = {"founding_member": "since", "accession": "since", "withdrawal": "until", "denunciation": "until"}
    for event in forum["membership_events"]:
        role = "associate" if event["event"] == "associate_member" else "member"
        key = keys.get(event["event"], "since")
        row = rows.get((event["country"], role), {})
        yield "dated memberships", f"can {event['country']} {event['event']}", {"date": (event["date"], row.get(key))}


def unasur_memberships(reference, shipped):
    """Entry by article 26, leaving by article 24, absences and returns; the arithmetic is done here again."""
    forum = next(f for f, folder in others(reference) if folder == "unasur")
    rows = shipped.forums["unasur"]["members"]
    events = {}
    for event in forum["membership_events"]:
        for country in event.get("countries", [event.get("country")]):
            events.setdefault(country, {})[event["event"]] = event
    for wanted in forum["members"]:
        country, told = wanted["country"], events.get(wanted["country"], {})
        mine = [row for row in rows if row["country"] == country]
        entry = max(forum["founded"]["in_force"], days_later(wanted["ratified"], 30))
        leaving = told.get("denunciation", {})
        end = norm(leaving.get("effective")) or (months_later(leaving["date"], 6) if leaving else "")
        absence = next((told[k] for k in ABSENCES if k in told), {})
        back = told.get("new_ratification_deposited") or told.get("return_notified") or {}
        again = mine[1] if len(mine) > 1 else {}
        spell = mine[0].get("not-participating", {}) if mine else {}
        note = mine[0].get("note") if mine else ""
        yield "dated memberships", f"unasur {country}", {
            "ratified": ("Ratified " + wanted["ratified"], there_if("Ratified " + wanted["ratified"], [note])),
            "status": (wanted["status"], there_if(wanted["status"], [note])),
            "since": (entry, mine[0].get("since") if mine else ""),
            "until": (end, mine[0].get("until") if mine else ""),
            "absent since": (absence.get("date"), spell.get("since")),
            "absence sources": (sources(absence, {}), spell.get("sources", [])),
            "back": (norm(back.get("effective")) or back.get("date", ""), again.get("since")),
        }


ABSENCES = ("treaty_application_suspended", "participation_suspended", "withdrawal_announced")


def parties_to_the_convention(reference, shipped):
    forum = next(f for f, folder in others(reference) if folder == "cmw")
    rows = by_id(shipped.forums["cmw"]["members"], "country")
    acts = {
        row["country"]: row
        for row in reference["treaties"]["participation"]
        if row["instrument"] == "ICRMW" and row["action"] in ("ratification", "accession", "succession")
    }
    yield "parties to the Convention", "all", {"countries": (sorted(forum["members"]), sorted(rows))}
    for country in forum["members"]:
        found = rows.get(country, {})
        yield "parties to the Convention", country, {
            "since": (acts[country]["effective"], found.get("since")),
            "confidence": (acts[country]["confidence"], found.get("confidence")),
        }


def membership_events(reference, shipped):
    for forum, folder in others(reference):
        items = by_id(shipped.forums[folder]["background"])
        for number, event in enumerate(forum.get("membership_events", []), 1):
            if folder == "gcm":
                continue  # reports, compared under positions
            item = items.get(f"membership-event-{number}", {"text": "", "topic": ""})
            who = ", ".join(event.get("countries", [event.get("country")]))
            effect = norm(event.get("effective"))
            yield "membership events", f"{folder} {number}", {
                "countries": (f"Membership of {who}", item["topic"]),
                "event": (event["event"].replace("_", " "), item["text"].split(";")[0]),
                "effective": (effect, there_if(effect, [item["text"]])),
                "basis": (event.get("effective_basis"), there_if(event.get("effective_basis"), [item["text"]])),
                "date": (event["date"], item.get("date")),
                "confidence": (event["confidence"], item.get("confidence")),
                "source": (sources(event, {}), item.get("sources")),
                "note": (event.get("note"), item.get("note")),
            }


def special_standings(reference, shipped):
    """Cuba, Nicaragua and Venezuela at the summits, bounded by the days of summits; Haiti and the Convention."""
    for forum, folder in others(reference):
        items = by_id(shipped.forums[folder]["background"])
        days = {s.get("ordinal"): s["date"] for s in forum.get("sessions", [])}
        rows = by_id(shipped.forums[folder]["members"], "country") if folder == "summit-of-the-americas" else {}
        for wanted in forum.get("special_status", []):
            country = wanted["country"]
            item = items.get("special-status-" + country, {})
            pairs = {
                "text": (f"{country}: {wanted['status']}", item.get("text")),
                "confidence": (wanted["confidence"], item.get("confidence")),
                "source": (sources(wanted, {}), item.get("sources")),
            }
            if rows:
                row = rows.get(country, {})
                spells = row.get("suspended", [])
                spells = spells if isinstance(spells, list) else [spells]
                earlier = [(days["I"], days["VII"])] if "1994-2012" in wanted["status"] else []
                left = re.search(r"out of the OAS since (\S+)", wanted["status"])
                pairs["spells"] = (
                    [*earlier, (days["IX"], "")],
                    [(s["since"], s.get("until", "")) for s in spells],
                )
                pairs["until"] = (left.group(1) if left else "", row.get("until"))
            yield "special standings", f"{folder} {country}", pairs
