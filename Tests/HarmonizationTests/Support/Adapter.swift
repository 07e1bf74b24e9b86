import FollowUpModel
import ForumWorkspace

extension PlainWorkspace {
    /// A loaded workspace as plain texts, for the reference implementation.
    init(_ workspace: Workspace) {
        let settings = workspace.settings
        self.init(
            levels: settings.scale.levels.map(\.id), rule: settings.consolidation.rule.rawValue,
            relations: Dictionary(
                uniqueKeysWithValues: settings.consolidation.relationWeights.map { ($0.key.rawValue, $0.value) }),
            ceilings: Dictionary(
                uniqueKeysWithValues: settings.consolidation.ceilings.map { ($0.key.rawValue, $0.value.rawValue) }),
            quorum: settings.consolidation.quorum,
            covers: settings.consolidation.covers.map { ($0.target, $0.commitments) },
            standings: Dictionary(
                uniqueKeysWithValues: settings.consolidation.standingWeights.map { ($0.key.rawValue, $0.value) }),
            divergentFrom: settings.consolidation.divergentFrom,
            staleAfterMonths: settings.consolidation.staleAfterMonths,
            countries: workspace.region.map { workspace.countries[$0].code }, outsider: "",
            measures: workspace.framework.measures.map { ($0.id, $0.lines.map(\.id)) },
            forums: workspace.forums.map { PlainForum($0, workspace.framework) })
    }
}

extension PlainForum {
    init(_ forum: LoadedForum, _ framework: Framework) {
        let definition = forum.definition
        self.init(
            id: definition.id, dormantSince: definition.dormantSince?.description,
            dataUntil: definition.dataUntil?.description,
            members: definition.memberships.map { member in
                PlainMember(
                    country: member.country, standing: member.standing.rawValue, span: PlainSpan(member.interval),
                    suspended: member.suspensions.map { PlainSpan($0.interval) },
                    absent: member.absences.map { PlainSpan($0.interval) })
            },
            groups: definition.groups.map { ($0.id, $0.members) },
            organs: definition.organs.map(\.id).filter { $0 != "forum" }, voices: definition.voices.map(\.rawValue),
            words: definition.vocabulary.words.map(PlainWord.init),
            rounds: definition.rounds.map { ($0.id, ($0.vocabulary?.words ?? []).map(PlainWord.init)) },
            commitments: forum.commitments.map { commitment in
                var plain = PlainCommitment(commitment, framework)
                plain.replaced = forum.commitments.filter { newer in
                    newer.links.contains { $0.kind == .supersedes && $0.to == commitment.id }
                }.compactMap { $0.adopted?.description }.min { PlainDates.last($0) < PlainDates.last($1) }
                return plain
            },
            recorded: Set(definition.records.flatMap(\.commitments)),
            files: [("all", (0..<forum.reports.count).map { PlainReport(ReportIndex($0), of: forum) })])
    }
}

extension PlainSpan {
    init(_ interval: DatedInterval) {
        self.init(since: interval.since?.description, until: interval.until?.description)
    }
}

extension PlainWord {
    init(_ word: StatusWord) {
        self.init(word: word.word, missing: word.progress?.missing?.rawValue, standing: word.standing?.rawValue)
        // Levels are named by the workspace; their ranks are all that the shipped scale needs.
        let levels = ["not-started", "limited", "substantial", "complete"]
        layer = word.stage?.layer.rawValue
        stage = word.stage?.number ?? 0
        lowers = word.stage?.lowers ?? false
        ends = word.stage?.ends ?? false
        level = word.progress?.rank.map { $0 < 0 ? "contrary" : levels[$0] }
    }
}

extension PlainCommitment {
    init(_ commitment: Commitment, _ framework: Framework) {
        self.init(
            id: commitment.id, adopted: commitment.adopted?.description, force: commitment.legalForce.rawValue,
            binds: commitment.binding.rawValue, addressees: commitment.addressees,
            isJoint: commitment.owed == .jointly, deadline: nil,
            exceptions: commitment.exceptions.map {
                PlainException(party: $0.party, kind: $0.kind.rawValue, span: PlainSpan($0.interval))
            }, crosswalk: commitment.alignments.map { (framework[$0.target].id, $0.relation.rawValue) },
            round: commitment.round, isTracked: commitment.isTracked)
        deadline =
            switch commitment.deadline?.reading {
            case .date(let date): .date(date.description)
            case .horizon(let date): .horizon(date.description)
            case .recurring(let recurrence):
                .recurring(from: recurrence.anchor.description, months: recurrence.months)
            case .unread: .phrase
            case nil: nil
            }
    }
}

extension PlainReport {
    init(_ index: ReportIndex, of forum: LoadedForum) {
        let row = forum.reports[index]
        self.init(
            id: forum.texts(of: index)[.id] ?? "", commitment: forum[row.commitment].id,
            party: forum.definition.parties[row.party].id,
            status: forum.definition.statusWords[Int(row.status.rawValue)].word, date: row.date.description,
            dateKind: row.dateKind.rawValue, voice: row.voice.rawValue, confidence: row.confidence.rawValue,
            scope: row.isPartial ? "a part" : "", evidence: forum.reports.evidenceName(of: index) ?? "")
    }
}
