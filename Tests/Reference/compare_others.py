"""Compares the other forums (forums-others.yaml) with the shipped ones: forums, commitments, rules, words, chairs."""

from compare import absent, by_id, crosswalk, spellings
from reading import in_languages_of, norm

FOLDER = {
    "summit-americas": "summit-of-the-americas",
    "crpd": "montevideo-consensus",
    "sdg-hlpf": "sdg",
}
KIND = {
    "integration_system": "treaty-organisation",
    "supranational_community": "treaty-organisation",
    "regional_organisation": "treaty-organisation",
    "summit_process": "conference",
    "political_declaration": "consensus-forum",
    "un_regional_conference": "conference",
    "treaty_body": "treaty-body",
    "non_binding_un_compact": "global-framework",
    "un_review_forum": "global-framework",
}
# Broken in the reference by commas in unquoted text; the cut-off rest stands there as a key without value.
MENDED = {
    "Baseline study SG-SICA": "Baseline study SG-SICA, IOM and UNHCR",
    "day taken from the summit date": "day taken from the summit date, recalled",
}


def folder_of(forum):
    return FOLDER.get(forum, forum)


def others(reference):
    return [(forum, folder_of(forum["id"])) for forum in reference["forums-others"]["forums"]]


def lac_states(reference):
    return [c["alpha3"] for c in reference["countries"]["countries"] if c["group"] == "lac_state"]


def sources(row, reworded):
    found = row.get("sources") or ([row["source"]] if row.get("source") else [])
    return [reworded.get(norm(source), source) for source in found]


def text_of(value):
    """A record as prose: its keys with spaces, its lists with commas."""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{key.replace('_', ' ')}: {text_of(item)}" for key, item in value.items())
    return value


def there_if(wanted, texts):
    """The wanted text, if it stands in one of the texts."""
    texts = [norm(text) for text in texts if text]
    return wanted if not norm(wanted) or any(norm(wanted) in text for text in texts) else "missing"


def heads(reference, shipped):
    for forum, folder in others(reference):
        found = shipped.forums[folder]
        items = by_id(found["background"])
        texts = [text for item in items.values() for text in (item["text"], item.get("note"))]
        organs = [organ.get("note") for organ in found["organs"]]
        pairs = {
            "names": (forum["names"], found["name"]),
            "acronyms": (forum["acronyms"], found["acronym"]),
            "own language first": (forum["status_vocabulary"]["native_language"], next(iter(found["name"]))),
            "kind": (KIND[forum["kind"]], found["kind"]),
            "founded": (forum["founded"]["date"], found["founded"]),
            "foundation confidence": (forum["founded"]["confidence"], items["founded"].get("confidence")),
            "foundation": (forum["founded"]["instrument"], there_if(forum["founded"]["instrument"], texts)),
            "languages": (forum["languages"], found["languages"]),
            "websites": (
                [site for key in ("website", "platform") if (site := norm(forum.get(key)))],
                found.get("websites", []),
            ),
            "parent": (folder_of(forum.get("parent", "")), there_if(folder_of(forum.get("parent", "")), texts)),
            "legal nature": (forum["legal_nature"], items["legal-nature"]["text"]),
            "sources": (forum["sources"], items["legal-nature"]["sources"]),
            "confidence": (forum["confidence"], items["legal-nature"]["confidence"]),
            "cycle confidence": (forum["cycle"]["confidence"], items["cycle"]["confidence"]),
        }
        for key in ("name", "seat", "country", "regional"):
            text = norm(forum["secretariat"].get(key))
            pairs["secretariat " + key] = (text, there_if(text, organs))
        yield "other forums", forum["id"], pairs


def commitments(reference, shipped):
    reworded = shipped.reworded
    for forum, folder in others(reference):
        there = by_id(shipped.commitments[folder])
        for wanted in forum["commitments"]:
            found = there.get(wanted["id"])
            if found is None:
                yield absent("other commitments", wanted["id"])
                continue
            yield "other commitments", wanted["id"], commitment_pairs(wanted, found, reworded)


def deadline_of(found):
    value = found.get("deadline", "")
    return (value.get("date", value.get("phrase")), value.get("phrase")) if isinstance(value, dict) else (value, "")


def commitment_pairs(wanted, found, reworded):
    fields, note = found.get("fields", {}), found.get("note", "")
    document = MENDED.get(wanted["document"], wanted["document"])
    deadline, phrase = deadline_of(found)
    phrased = reworded.get(wanted.get("deadline"), wanted.get("deadline"))
    addressees = wanted.get("applies_to") or wanted.get("lead", []) + wanted.get("participants", []) or ["members"]
    indicators = [f"{i['id']} {i['about']}" for i in wanted.get("indicators", [])]
    reiterated = [link["to"] for link in found.get("links", []) if link["as"] == "reiterates"]
    wanted_note = MENDED.get(wanted.get("note"), wanted.get("note", ""))
    return {
        "number": (wanted["number"], found.get("number")),
        "document": (document, there_if(document, [found.get("instrument"), found.get("adopted-by"), note])),
        "date": (wanted["date"], found.get("adopted")),
        "title": (wanted["title"], in_languages_of(wanted["title"], found["title"])),
        "addressees": (addressees, found["addressees"]),
        "lead": (", ".join(wanted.get("lead", [])), fields.get("lead")),
        "participants": (", ".join(wanted.get("participants", [])), fields.get("participants")),
        "deadline": (phrased, deadline),
        "deadline note": (wanted.get("deadline_note"), phrase if "deadline_note" in wanted else ""),
        "in force": (wanted.get("in_force"), found.get("in-force") if "in_force" in wanted else ""),
        "replaces": (wanted.get("replaces"), fields.get("replaces")),
        "reiterates": ([wanted["reiterates"]] if "reiterates" in wanted else [], reiterated),
        "indicators": ("; ".join(indicators), fields.get("indicators")),
        "crosswalk": (
            crosswalk(wanted["montevideo"]),
            [(x["to"], x["relation"]) for x in found["crosswalk"]],
        ),
        "crosswalk confidence": ({"medium"}, {x["confidence"] for x in found["crosswalk"]}),
        "confidence": (wanted["confidence"], found["confidence"]),
        "source": (sources(wanted, reworded), found["sources"]),
        "note": (wanted_note, note if wanted_note or not note.startswith("Seen on") else ""),
    }


def rules(reference, shipped):
    for forum, folder in others(reference):
        yield from rule_pairs(forum["rules"], shipped, folder, "other rules")
    yield from rule_pairs(reference["cmw-reporting"]["rules"], shipped, "cmw", "reporting rules")


def rule_pairs(wanted_rules, shipped, folder, kind):
    there = by_id(shipped.forums[folder]["rules"])
    items = by_id(shipped.forums[folder]["background"])
    for wanted in wanted_rules:
        found = there.get(wanted["id"], {})
        compute = text_of(wanted.get("compute"))
        examples = wanted.get("examples", [])
        plain = [example for example in examples if isinstance(example, str)]
        note = " ".join(filter(None, [wanted.get("note"), f"Examples: {', '.join(plain)}." if plain else ""]))
        yield kind, wanted["id"], {
            "article": (wanted.get("article"), found.get("article")),
            "statement": (wanted["text"], found.get("statement")),
            "compute": (shipped.reworded.get(norm(compute), compute), found.get("compute")),
            "note": (note, found.get("note")),
            "confidence": (wanted["confidence"], found.get("confidence")),
            "sources": (sources(wanted, shipped.reworded), found.get("sources")),
        }
        for number, example in enumerate(examples, 1):
            if not isinstance(example, str):
                item = items.get(f"{wanted['id']}-example-{number}", {})
                said = {k: v for k, v in example.items() if k not in ("confidence", "source")}
                yield "examples of rules", f"{wanted['id']} {number}", {
                    "text": (text_of(said), item.get("text")),
                    "confidence": (example.get("confidence"), item.get("confidence")),
                    "source": (sources(example, {}), item.get("sources", [])),
                }


def status_words(reference, shipped):
    for forum, folder in others(reference):
        vocabulary, statuses = forum["status_vocabulary"], shipped.forums[folder]["statuses"]
        language = vocabulary["native_language"]
        terms = [t for k, v in vocabulary.items() if isinstance(v, list) and k != "systems" for t in v]
        for term in terms:
            found = statuses.get(term, {})
            languages = {language, *found.get("words", {})}
            yield "other status words", f"{forum['id']} {term}", {
                "languages": ({"en", "es", "pt", "fr"}, languages),
                "confidence": (vocabulary["confidence"], found.get("confidence")),
                "reading": ("given", "given" if {"level", "nothing", "standing"} & set(found) else ""),
                "reason": ("given", "given" if found.get("reason", "").startswith("Our reading: ") else ""),
            }
    codes = {code for word, record in shipped.forums["cmw"]["statuses"].items() for code in spellings(word, record)}
    alias = {"concluding_observations": "concluding_observations_adopted"}
    for code in reference["cmw-reporting"]["status_vocabulary"]:
        yield "codes of reporting facts", code, {"word": (code, code if alias.get(code, code) in codes else "missing")}


def chairs(reference, shipped):
    forums = {folder: forum for forum, folder in others(reference)}
    organs = {name: by_id(shipped.forums[name]["organs"]) for name in ("montevideo-consensus", "sica", "can")}
    holders = organs["montevideo-consensus"]["presidency"]["holders"]
    for number, wanted in enumerate(forums["montevideo-consensus"]["chairs"]):
        have = holders[number] if number < len(holders) else {}
        yield "other presidencies", f"montevideo-consensus {number + 1}", {
            "country": (wanted["country"], have.get("country")),
            "from": (wanted["from"], have.get("since")),
            "to": (wanted["to"], have.get("until")),
            "confidence": (forums["montevideo-consensus"]["chairs_confidence"], have.get("confidence")),
        }
    rotation = by_id(forums["sica"]["rules"])["sica-ppt-rotation"]
    holders = organs["sica"]["presidency"]["holders"]
    for number, wanted in enumerate(rotation["facts"]):
        have = holders[number] if number < len(holders) else {}
        year, half = wanted["semester"].split("-S")
        bounds = (f"{year}-01", f"{year}-07") if half == "1" else (f"{year}-07", f"{int(year) + 1}-01")
        yield "other presidencies", f"sica {wanted['semester']}", {
            "country": (wanted["country"], have.get("country")),
            "semester": (wanted["semester"], have.get("label")),
            "half-year": (bounds, (have.get("since"), have.get("until"))),
            "note": (wanted.get("note"), have.get("note")),
        }
    court, note = forums["can"]["court"], organs["can"]["court"]["note"]
    yield "other presidencies", "can court", {
        key: (court[key], there_if(court[key], [note, organs["can"]["court"]["name"]["en"]]))
        for key in ("name", "seat", "country", "treaty_signed", "in_force", "started_work", "amended_by")
    } | {"sources": (court["sources"], organs["can"]["court"]["sources"])}
