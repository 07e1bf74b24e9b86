"""Compares the reference with the shipped forums kind by kind.

Every function yields (kind, id, pairs); pairs maps the name of a field to (what the reference says, what is shipped).
"""

KINDS_OF_DATE = {"event": "event", "as_of": "as-of", "since": "since", "deadline": "deadline"}
GIVEN_BY = {"source": "source", "researcher": "compiler"}
FORCE = {
    "treaty": "binding",
    "decision": "binding",
    "binding_decision": "binding",
    "political": "political",
    "non_binding": "voluntary",
}
ACTS = {"signature": "signed", "ratification": "ratified", "accession": "acceded", "succession": "succeeded"}
KIND = {
    "consensus_forum": "consensus-forum",
    "regional_consultative_process": "consultative-process",
    "treaty_based_organisation": "treaty-organisation",
}
CROSS = "un-treaties"


def folder_of(forum):
    return CROSS if forum == "CROSS" else forum.lower()


def by_id(items, key="id"):
    return {item[key]: item for item in items}


def absent(kind, name):
    return kind, name, {"whole": ("there", "missing")}


def facts(reference, shipped):
    for fact in reference["forums-core"]["facts"]:
        folder = folder_of(fact["forum"])
        if fact["commitment"] == "membership":
            yield membership_fact(fact, by_id(shipped.forums[folder]["background"]).get(fact["id"]))
        else:
            row = by_id(shipped.reports[folder]).get(fact["id"])
            yield reported_fact(fact, row, shipped.forums[folder]["statuses"])


def membership_fact(fact, item):
    if item is None:
        return absent("facts", fact["id"])
    kind, who = KINDS_OF_DATE[fact["date_kind"]], GIVEN_BY[fact["status_assigned_by"]]
    return (
        "facts",
        fact["id"],
        {
            "country and code": (f"Membership of {fact['country']}: {fact['status_code']}", item["topic"]),
            "wording": (f"{fact['status']} ({kind}, word given by the {who})", item["text"]),
            "date": (fact["date"], item.get("date")),
            "confidence": (fact["confidence"], item.get("confidence")),
            "sources": (fact["sources"], item.get("sources")),
            "note": (fact.get("note"), item.get("note")),
        },
    )


def spellings(word, record):
    return [word, record.get("code"), *record.get("words", {}).values()]


def code_of(row, statuses):
    """The code of the row's word; a word without a code repeats what the source says, so it must be the wording."""
    for word, record in statuses.items():
        if row["status"] in spellings(word, record):
            return record.get("code") or ("verbatim" if row["wording"] == word else "changed")
    return "unknown"


def reported_fact(fact, row, statuses):
    if row is None:
        return absent("facts", fact["id"])
    code = code_of(row, statuses)
    return (
        "facts",
        fact["id"],
        {
            "commitment": (fact["commitment"], row["commitment"]),
            "party": ("forum" if fact["country"] == "FORUM" else fact["country"], row["party"]),
            "status": (fact["status_code"], fact["status_code"] if code == "verbatim" else code),
            "wording": (fact["status"], row["wording"]),
            "date": (fact["date"], row["date"]),
            "date kind": (KINDS_OF_DATE[fact["date_kind"]], row["date-kind"]),
            "given by": (GIVEN_BY[fact["status_assigned_by"]], row["given-by"]),
            "confidence": (fact["confidence"], row["confidence"]),
            "sources": (fact["sources"], row["sources"].split(" | ")),
            "note": (fact.get("note"), row["note"]),
        },
    )


def crosswalk(rows):
    return [
        (row["measure"] + ("" if row.get("line", "null") == "null" else "." + row["line"]), row["relation"])
        for row in rows
    ]


def deadline_phrase(value):
    return (value["phrase"]) if isinstance(value, dict) else value


def without_decided_note(commitment):
    decided = "The date is that of the cancellation."
    return None if commitment.get("note") == decided else commitment.get("note")


def commitment_pairs(wanted, found):
    title = found["title"]
    return {
        "number": (wanted.get("local_id"), found.get("number")),
        "instrument": (wanted.get("instrument"), found.get("instrument")),
        "date": (wanted["date"], found.get("adopted")),
        "title en": (wanted.get("title_en", wanted.get("title")), title.get("en")),
        # Where the reference has none, the shipped one is a translation of ours.
        "title es": (wanted.get("title_es"), title.get("es") if "title_es" in wanted else None),
        "form": (wanted.get("legal_force"), found.get("form")),
        "legal force": (FORCE[wanted.get("legal_force", "political")], found["legal-force"]),
        "adopted by": (wanted.get("adopted_by"), found.get("adopted-by")),
        "deadline": (wanted.get("deadline"), deadline_phrase(found.get("deadline"))),
        "addressees": (wanted.get("addressees"), found.get("addressees-phrase") if "addressees" in wanted else None),
        "crosswalk": (
            crosswalk(wanted.get("montevideo", [])),
            [(x["to"], x["relation"]) for x in found.get("crosswalk", [])],
        ),
        "sdg": (wanted.get("sdg", []), found.get("sdg", [])),
        "gcm": (wanted.get("gcm", []), found.get("gcm", [])),
        "confidence": (wanted["confidence"], found["confidence"]),
        "sources": (wanted["sources"], found["sources"]),
        "note": (wanted.get("note"), without_decided_note(found)),
    }


def commitments(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        there = by_id(shipped.commitments[folder_of(forum["id"])])
        for wanted in forum["commitments"] + forum.get("documents_not_commitments", []):
            found = there.get(wanted["id"])
            kind = "commitments" if wanted in forum["commitments"] else "documents kept for their adoption"
            if found is None:
                yield absent(kind, wanted["id"])
                continue
            pairs = commitment_pairs(wanted, found)
            if kind != "commitments":
                pairs |= document_pairs(wanted, found)
            yield kind, wanted["id"], pairs


def document_pairs(wanted, found):
    counts, fields = wanted.get("counts", {}), found.get("fields", {})
    out = [x["party"] for x in found.get("exceptions", []) if x["kind"] == "dissociation"]
    return {
        "tracked": ("false", found.get("tracked")),
        "dissociated": (wanted.get("dissociated", []), out),
        "adoption": (wanted["adoption_mode"], fields.get("adoption-mode")),
        "in favour": (counts.get("in_favour"), fields.get("in-favour")),
        "members": (counts.get("members"), fields.get("members-at-adoption")),
    }


def member_rows(forum):
    for row in forum["members"]["list"]:
        yield "member", row
    for key in ("associate_states", "associate_members"):
        for row in forum.get(key, {}).get("list", []):
            yield ("acceding" if "status" in row else "associate"), row
    observers = forum.get("observers", {}).get("countries", [])
    for country in observers:
        if len(country) == 3:
            yield "observer", {"iso3": country}


def members(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        folder = folder_of(forum["id"])
        there = {(m["country"], m.get("as", "member")): m for m in shipped.forums[folder]["members"]}
        wanted = list(member_rows(forum))
        for role, row in wanted:
            name = f"{forum['id']} {row['iso3']} {role}"
            found = there.get((row["iso3"], role))
            yield ("members", name, member_pairs(row, found)) if found else absent("members", name)
        yield "member lists", forum["id"], {"count": (str(len(wanted)), str(len(shipped.forums[folder]["members"])))}


def member_pairs(row, found):
    special = row.get("special_status", {})
    standing = next((found[k] for k in ("suspended", "not-participating", "adoption-period") if k in found), None)
    pairs = {
        "since": (row.get("joined", row.get("from")), found.get("since", found.get("since-note"))),
        "until": (row.get("to"), found.get("until")),
    }
    confidence = row.get("joined_confidence", row.get("from_confidence"))
    if confidence:
        pairs["confidence"] = (confidence, found.get("confidence"))
    place = standing if standing is not None else found
    pairs["sources"] = (row.get("sources"), place.get("sources"))
    if standing is not None:
        pairs |= {
            "from": (special.get("from"), standing.get("since")),
            "to": (special.get("to"), standing.get("until")),
            "note": (special.get("note"), standing.get("note")),
        }
    for text in (row.get("status"), row.get("note"), special.get("note") if standing is None else None):
        if text:
            pairs["note"] = ("kept", "kept" if text in found.get("note", "") else "missing")
    if special and standing is None:
        start = special["status"].replace("_", " ").replace("csme", "CSME")
        pairs["standing"] = (start, found.get("note", "")[: len(start)])
        pairs["from"] = (
            special.get("from", ""),
            special.get("from", "") if special.get("from", "") in found["note"] else "",
        )
    return pairs


def groups(reference, shipped):
    forum = next(f for f in reference["forums-core"]["forums"] if f["id"] == "CARICOM")
    there = by_id(shipped.forums["caricom"]["groups"])
    lists = {"csme": forum["csme_participants"]["list"], "mdc": forum["mdc_ldc"]["mdc"], "ldc": forum["mdc_ldc"]["ldc"]}
    for name, wanted in lists.items():
        yield "groups", name, {"members": (wanted, there.get(name, {}).get("members"))}


def rules(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        there = by_id(shipped.forums[folder_of(forum["id"])]["rules"])
        for rule in forum["rules"]:
            yield "rules", rule["id"], {"whole": (rule, there.get(rule["id"]))}


def status_words(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        vocabulary, statuses = forum["status_vocabulary"], shipped.forums[folder_of(forum["id"])]["statuses"]
        there = {record.get("code"): (word, record) for word, record in statuses.items()}
        proposed = vocabulary.get("translations_proposed", {})
        for wanted in vocabulary["list"]:
            word, found = there.get(wanted["code"], ("", {}))
            languages = {
                **{k: wanted[k] for k in ("en", "es", "pt", "fr") if k in wanted},
                **proposed.get(wanted["code"], {}),
            }
            have = spellings(word, found)
            yield "status words", f"{forum['id']} {wanted['code']}", {
                "words": (list(languages.values()), [w if w in have else "missing" for w in languages.values()]),
                "normalised": (wanted["normalised_proposed"], found.get("normalised")),
                "confidence": (wanted["confidence"], found.get("confidence")),
                "sources": (wanted.get("sources"), found.get("sources")),
                "reason": ("given", "given" if found.get("reason") else ""),
            }


def presidencies(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        organs = by_id(shipped.forums[folder_of(forum["id"])]["organs"])
        wanted = forum["cycle"].get("presidencies_pro_tempore", [])
        found = organs["presidency"].get("holders", [])
        for index, row in enumerate(wanted):
            have = found[index] if index < len(found) else {}
            yield "presidencies", f"{forum['id']} {index + 1}", {
                "country": (row["country"], have.get("country")),
                "since": (row.get("from", row.get("year")), have.get("since")),
                "until": (row.get("to", row.get("year")), have.get("until")),
                "conference": (row.get("conference"), have.get("label", "").removeprefix("Conference ")),
                "confidence": (row["confidence"], have.get("confidence")),
                "note": (row.get("note"), have.get("note")),
            }


def forum_heads(reference, shipped):
    for forum in reference["forums-core"]["forums"]:
        found = shipped.forums[folder_of(forum["id"])]
        created = forum["founded"]["created"].split(" ")[0]
        yield "forums", forum["id"], {
            "names": (forum["names"], found["name"]),
            "acronyms": (forum["acronyms"], found["acronym"]),
            "kind": (KIND[forum["legal_nature"]["type"]], found["kind"]),
            "founded": (created, found["founded"]),
            "languages": (forum["working_languages"]["list"], found["languages"]),
            "websites": (forum["websites"], found["websites"]),
        }
