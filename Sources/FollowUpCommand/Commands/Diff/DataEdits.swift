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
            let definition = forum.definition
            if let before = old.forum(definition.id) {
                edits += forumEdits(before, forum)
            } else {
                let place = new.sources.place(definition.origin)
                edits.append(Edit(subject: .forum, change: .added, forum: definition.id, place: place))
            }
        }
        return edits
    }

    private var workspaceEdits: [Edit] {
        let place = "\(roots.new)/workspace.yaml:1:1"
        var edits = [ComparedItem(old.settings, place)].edits(to: [ComparedItem(new.settings, place)])
        // The framework and the countries are read second and third.
        for (left, right) in zip(old.sources.files, new.sources.files).prefix(3).dropFirst()
        where !left.isSame(as: right) {
            let name = String(right.path.dropFirst(roots.new.count + 1))
            edits.append(Edit(subject: .workspace, item: name, place: "\(right.path):1:1"))
        }
        return edits
    }

    private func forumEdits(_ before: LoadedForum, _ after: LoadedForum) -> [Edit] {
        func edits(_ things: (LoadedForum, Workspace) -> [ComparedItem]) -> [Edit] {
            things(before, old).edits(to: things(after, new))
        }
        var found = edits { [ComparedItem($0.definition, in: $1)] }
        found += edits { $0.statusWords(in: $1) }
        found += edits { $0.memberships(in: $1) }
        if found.isEmpty, let edit = unexplained(after.definition.id) { found.append(edit) }
        found += edits { forum, workspace in forum.commitments.map { ComparedItem($0, of: forum, in: workspace) } }
        return found + ReportEdits(old: (before, old, roots.old), new: (after, new, roots.new)).find()
    }

    /// The edit of a forum.yaml of which nothing else differs: its options, rules or remarks.
    private func unexplained(_ forum: String) -> Edit? {
        guard let before = old.sources.file(at: "\(roots.old)/\(forum)/forum.yaml"),
            let after = new.sources.file(at: "\(roots.new)/\(forum)/forum.yaml"), !before.isSame(as: after)
        else { return nil }
        return Edit(subject: .forum, forum: forum, item: "forum.yaml", place: "\(after.path):1:1")
    }
}

extension ComparedItem {
    /// The settings of a workspace.
    fileprivate init(_ settings: WorkspaceSettings, _ place: String) {
        let consolidation = settings.consolidation
        func weights<Key: RawRepresentable<String>>(_ weights: [Key: Int]) -> String {
            weights.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: " ")
        }
        let facts = Facts([
            "region": settings.region, "progress": settings.scale.levels.map(\.id).joined(separator: " "),
            "rule": consolidation.rule.rawValue, "relations": weights(consolidation.relationWeights),
            "standings": weights(consolidation.standingWeights),
            "divergent-from": String(consolidation.divergentFrom),
            "stale-after-months": String(consolidation.staleAfterMonths),
        ])
        self.init("", facts, Edit(subject: .workspace, item: "workspace.yaml", place: place))
    }

    /// A forum as a whole.
    fileprivate init(_ forum: ForumDefinition, in workspace: Workspace) {
        let facts = Facts([
            "module": forum.module, "dormant": forum.dormantSince?.description,
            "voices": forum.voices.map(\.rawValue).joined(separator: " "),
            "groups": forum.groups.map { "\($0.id) (\($0.members.joined(separator: " ")))" }.joined(separator: " "),
        ])
        let place = workspace.sources.place(forum.origin)
        self.init("", facts, Edit(subject: .forum, forum: forum.id, place: place))
    }

    /// A commitment: what the picture depends on, and what people read.
    fileprivate init(_ commitment: Commitment, of forum: LoadedForum, in workspace: Workspace) {
        var facts = Facts([
            "number": commitment.number, "instrument": commitment.instrument,
            "title": commitment.title.wordings.map(\.text).joined(separator: " | "),
            "adopted": commitment.adopted?.description, "legal-force": commitment.legalForce.rawValue,
            "binds": commitment.binding.rawValue, "addressees": commitment.addressees.joined(separator: " "),
            "deadline": commitment.deadline?.words, "in-force": commitment.inForce?.description,
            "entry-into-force": commitment.entryIntoForce.map { "\($0)" }, "round": commitment.round,
            "tracked": commitment.isTracked ? "true" : "false",
        ])
        for alignment in commitment.alignments {
            facts.add("crosswalk", "\(workspace.framework[alignment.target].id) \(alignment.relation.rawValue)")
        }
        for exception in commitment.exceptions {
            facts.add("exception", "\(exception.party) \(exception.kind.rawValue) \(exception.interval.words)")
        }
        for field in commitment.fields { facts.add(field.name, field.value) }
        let edit = Edit(
            subject: .commitment, forum: forum.definition.id, commitment: commitment.id,
            place: workspace.sources.place(commitment.origin))
        self.init(commitment.id, facts, edit)
    }
}

extension LoadedForum {
    /// The status words, those of rounds with the round behind them.
    fileprivate func statusWords(in workspace: Workspace) -> [ComparedItem] {
        let signs = Signs(scale: workspace.settings.scale, texts: .english)
        let rounds = definition.rounds.compactMap { round in round.vocabulary.map { (" (\(round.id))", $0) } }
        return ([("", definition.vocabulary)] + rounds).flatMap { suffix, vocabulary in
            vocabulary.words.map { word in
                let facts = Facts([
                    "progress": word.progress.map(signs.code), "standing": word.standing?.rawValue,
                    "act": word.act?.rawValue,
                ])
                let edit = Edit(
                    subject: .statusWord, forum: definition.id, item: word.word + suffix,
                    place: workspace.sources.place(word.origin))
                return ComparedItem(word.word + suffix, facts, edit)
            }
        }
    }

    /// What each country is and has been to the forum.
    fileprivate func memberships(in workspace: Workspace) -> [ComparedItem] {
        var things: [ComparedItem] = []
        for membership in definition.memberships {
            let country = membership.country
            let place = things.firstIndex { $0.key == country } ?? things.count
            if place == things.count {
                let edit = Edit(
                    subject: .membership, forum: definition.id, party: country,
                    place: workspace.sources.place(membership.origin))
                things.append(ComparedItem(country, Facts([:]), edit))
            }
            things[place].facts.add(membership.standing.rawValue, membership.interval.words)
            for spell in membership.suspensions { things[place].facts.add("suspended", spell.interval.words) }
            for spell in membership.absences { things[place].facts.add("not-participating", spell.interval.words) }
            things[place].facts.add("adoption-period", membership.adoptionPeriod?.interval.words)
        }
        return things
    }
}

extension DatedInterval {
    /// The interval in words: `2001-05…2017`, an open end left out; `…` where neither is known.
    var words: String { "\(since?.description ?? "")…\(until?.description ?? "")" }
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
