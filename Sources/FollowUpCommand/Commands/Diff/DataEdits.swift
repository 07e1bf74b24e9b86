import Diagnostics
import FollowUpModel
import ForumWorkspace
import Localization

/// Finds what differs between the data of two workspaces.
struct DataEdits {
    let old: Workspace
    let new: Workspace
    /// The folders, as they were named.
    let roots: (old: String, new: String)

    /// All differences: those of the workspace first, then forum by forum.
    func find() -> [Edit] {
        var edits = workspaceEdits
        for forum in old.forums where new.forum(forum.definition.id) == nil {
            edits.append(Edit(subject: .forum, change: .removed, forum: forum.definition.id))
        }
        for forum in new.forums {
            let id = forum.definition.id
            guard let before = old.forum(id) else {
                edits.append(
                    Edit(
                        subject: .forum, change: .added, forum: id,
                        place: new.sources.place(forum.definition.origin)))
                continue
            }
            edits += forumEdits(before, forum)
        }
        return edits
    }

    private var workspaceEdits: [Edit] {
        let (before, after) = (Self.facts(of: old.settings), Self.facts(of: new.settings))
        var edits: [Edit] = []
        if before != after {
            edits.append(
                Edit(
                    subject: .workspace, change: .changed, item: "workspace.yaml", old: before.difference(from: after),
                    new: after.difference(from: before), place: "\(roots.new)/workspace.yaml:1:1"))
        }
        // The framework and the countries are read second and third.
        for (left, right) in zip(old.sources.files, new.sources.files).prefix(3).dropFirst()
        where !left.isSame(as: right) {
            edits.append(
                Edit(
                    subject: .workspace, change: .changed, item: String(right.path.dropFirst(roots.new.count + 1)),
                    place: "\(right.path):1:1"))
        }
        return edits
    }

    private static func facts(of settings: WorkspaceSettings) -> Facts {
        let consolidation = settings.consolidation
        func weights<Key: RawRepresentable<String>>(_ weights: [Key: Int]) -> String {
            weights.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: " ")
        }
        return Facts([
            "region": settings.region, "progress": settings.scale.levels.map(\.id).joined(separator: " "),
            "rule": consolidation.rule.rawValue, "relations": weights(consolidation.relationWeights),
            "standings": weights(consolidation.standingWeights),
            "divergent-from": String(consolidation.divergentFrom),
            "stale-after-months": String(consolidation.staleAfterMonths),
        ])
    }

    private func forumEdits(_ before: LoadedForum, _ after: LoadedForum) -> [Edit] {
        let id = after.definition.id
        var edits: [Edit] = []
        let (oldFacts, newFacts) = (Self.facts(of: before.definition), Self.facts(of: after.definition))
        if oldFacts != newFacts {
            edits.append(
                Edit(
                    subject: .forum, change: .changed, forum: id, old: oldFacts.difference(from: newFacts),
                    new: newFacts.difference(from: oldFacts), place: new.sources.place(after.definition.origin)))
        }
        edits += compare(
            Self.words(of: before.definition, old), Self.words(of: after.definition, new),
            Edit(subject: .statusWord, change: .changed, forum: id)
        ) { edit, word in edit.item = word }
        edits += compare(
            Self.memberships(of: before.definition), Self.memberships(of: after.definition),
            Edit(subject: .membership, change: .changed, forum: id)
        ) { edit, country in edit.party = country }
        if edits.isEmpty, let edit = unexplained(id) { edits.append(edit) }
        edits += compare(
            Self.commitments(of: before, old), Self.commitments(of: after, new),
            Edit(subject: .commitment, change: .changed, forum: id)
        ) { edit, commitment in edit.commitment = commitment }
        return edits + ReportEdits(old: (before, old, roots.old), new: (after, new, roots.new)).find()
    }

    /// The edit of a forum.yaml of which nothing else differs: its options, rules or remarks.
    private func unexplained(_ forum: String) -> Edit? {
        guard let before = old.sources.file(at: "\(roots.old)/\(forum)/forum.yaml"),
            let after = new.sources.file(at: "\(roots.new)/\(forum)/forum.yaml"), !before.isSame(as: after)
        else { return nil }
        return Edit(subject: .forum, change: .changed, forum: forum, item: "forum.yaml", place: "\(after.path):1:1")
    }

    private static func facts(of forum: ForumDefinition) -> Facts {
        Facts([
            "module": forum.module, "dormant": forum.dormantSince?.description,
            "voices": forum.voices.map(\.rawValue).joined(separator: " "),
            "groups": forum.groups.map { "\($0.id) (\($0.members.joined(separator: " ")))" }.joined(separator: " "),
        ])
    }

    /// Things by their keys, with their facts and places.
    private typealias Things = [(key: String, facts: Facts, range: SourceRange)]

    private static func words(of forum: ForumDefinition, _ workspace: Workspace) -> Things {
        let signs = Signs(scale: workspace.settings.scale, texts: .english)
        let vocabularies =
            [("", forum.vocabulary)]
            + forum.rounds.compactMap { round in
                round.vocabulary.map { (" (\(round.id))", $0) }
            }
        return vocabularies.flatMap { suffix, vocabulary in
            vocabulary.words.map { word in
                let facts = Facts([
                    "progress": word.progress.map(signs.code), "standing": word.standing?.rawValue,
                    "act": word.act?.rawValue,
                ])
                return (word.word + suffix, facts, word.origin)
            }
        }
    }

    private static func memberships(of forum: ForumDefinition) -> Things {
        var order: [String] = []
        var byCountry: [String: (facts: Facts, range: SourceRange)] = [:]
        for membership in forum.memberships {
            let country = membership.country
            if byCountry[country] == nil { order.append(country) }
            var entry = byCountry[country] ?? (Facts([:]), membership.origin)
            entry.facts.add(membership.standing.rawValue, membership.interval.words)
            for spell in membership.suspensions { entry.facts.add("suspended", spell.interval.words) }
            for spell in membership.absences { entry.facts.add("not-participating", spell.interval.words) }
            entry.facts.add("adoption-period", membership.adoptionPeriod?.interval.words)
            byCountry[country] = entry
        }
        return order.compactMap { country in byCountry[country].map { (country, $0.facts, $0.range) } }
    }

    private static func commitments(of forum: LoadedForum, _ workspace: Workspace) -> Things {
        forum.commitments.map { ($0.id, $0.facts(in: workspace.framework), $0.origin) }
    }

    /// What was added, removed or changed between two lists of things of the same kind.
    private func compare(
        _ before: Things, _ after: Things, _ edit: Edit, _ name: (inout Edit, String) -> Void
    ) -> [Edit] {
        let oldFacts = Dictionary(before.map { ($0.key, $0.facts) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(after.map(\.key))
        var edits: [Edit] = []
        for thing in before where !newKeys.contains(thing.key) {
            var edit = edit
            name(&edit, thing.key)
            (edit.change, edit.old) = (.removed, thing.facts.difference(from: Facts([:])))
            edit.place = old.sources.place(thing.range)
            edits.append(edit)
        }
        for thing in after {
            let known = oldFacts[thing.key]
            guard known != thing.facts else { continue }
            var edit = edit
            name(&edit, thing.key)
            edit.change = known == nil ? .added : .changed
            edit.old = known?.difference(from: thing.facts)
            edit.new = thing.facts.difference(from: known ?? Facts([:]))
            edit.place = new.sources.place(thing.range)
            edits.append(edit)
        }
        return edits
    }
}

extension DatedInterval {
    /// The interval in words: `2001-05…2017`, an open end left out; `…` where neither is known.
    var words: String { "\(since?.description ?? "")…\(until?.description ?? "")" }
}

extension Commitment {
    /// What the picture depends on, and what people read.
    fileprivate func facts(in framework: Framework) -> Facts {
        var facts = Facts([
            "number": number, "instrument": instrument,
            "title": title.wordings.map(\.text).joined(separator: " | "), "adopted": adopted?.description,
            "legal-force": legalForce.rawValue, "binds": binding.rawValue,
            "addressees": addressees.joined(separator: " "), "deadline": deadline?.words,
            "in-force": inForce?.description, "entry-into-force": entryIntoForce.map { "\($0)" }, "round": round,
            "tracked": isTracked ? "true" : "false",
        ])
        for alignment in alignments {
            facts.add("crosswalk", "\(framework[alignment.target].id) \(alignment.relation.rawValue)")
        }
        for exception in exceptions {
            facts.add("exception", "\(exception.party) \(exception.kind.rawValue) \(exception.interval.words)")
        }
        for field in fields { facts.add(field.name, field.value) }
        return facts
    }
}

extension Deadline {
    /// The deadline in words.
    fileprivate var words: String {
        switch reading {
        case .date(let date): date.description
        case .horizon(let date): "horizon \(date)"
        case .recurring(let recurrence): "\(recurrence.anchor) +\(recurrence.months)"
        case .unread: phrase ?? "…"
        }
    }
}
