import Diagnostics
import FollowUpModel
import LocatedYAML

/// Ties a forum's commitments to the framework, to its parties and to its rounds.
struct CommitmentResolver {
    let forum: ForumDefinition
    let framework: Framework
    let countries: CountryTable
    private(set) var diagnostics: [Diagnostic] = []

    /// Takes the commitments out of their records and gives them their ties; of two with the same id the first is kept.
    ///
    /// Commitments are large: they are swapped out of the records, never copied.
    mutating func resolve(_ records: inout [CommitmentRecord]) -> [Commitment] {
        diagnostics += Lint.ids("commitment", records.map { ($0.id.value, $0.id.range) }, inTables: true)
        var first: [String: SourceRange] = [:]
        var result: [Commitment] = []
        result.reserveCapacity(records.count)
        first.reserveCapacity(records.count)
        let nothing = Commitment(
            id: "", title: LocalizedText([]), legalForce: .binding, origin: .wholeFile(FileID(rawValue: 0)))
        for place in records.indices {
            let id = records[place].id
            if let earlier = first[id.value] {
                diagnostics.append(
                    .twice(
                        .duplicateId, at: id.range, "the forum has the commitment '\(id.value)' twice", first: earlier))
                continue
            }
            first[id.value] = id.range
            var commitment = nothing
            swap(&commitment, &records[place].commitment)
            commitment.alignments = alignments(records[place].crosswalk)
            checkAddressees(records[place].addressees)
            checkExceptions(commitment.exceptions)
            if let round = records[place].round { checkRound(round) }
            checkFields(records[place].fields, of: id)
            result.append(commitment)
        }
        return result
    }

    private mutating func alignments(_ records: [AlignmentRecord]) -> [Alignment] {
        var result: [Alignment] = []
        result.reserveCapacity(records.count)
        // Most commitments have one or two, which a set would only slow down.
        var seen: Set<TargetIndex>? = records.count > 16 ? [] : nil
        for alignment in records {
            let id = alignment.to.value
            guard let target = framework.target(id) else {
                unknown(
                    .unknownTarget, alignment.to, "the framework has no measure or line '\(id)'",
                    framework.targets.map(\.id))
                continue
            }
            let isNew = seen?.insert(target).inserted ?? !result.contains { $0.target == target }
            guard isNew else {
                diagnostics.append(
                    .error(.duplicateAlignment, at: alignment.to.range, "the commitment is aligned to '\(id)' twice"))
                continue
            }
            result.append(
                Alignment(
                    target: target, relation: alignment.relation, confidence: alignment.confidence,
                    why: alignment.why, note: alignment.note, origin: alignment.origin))
        }
        return result
    }

    private mutating func checkAddressees(_ names: [Located<String>]) {
        for name in names
        where !DefinitionBuilder.addresseeWords.contains(name.value)
            && !forum.groups.contains(where: { $0.id == name.value }) && forum.parties.index(of: name.value) == nil
        {
            let groups = forum.groups.map(\.id)
            let isCountry = countries.index(of: name.value) != nil
            unknown(
                .unknownAddressee, name, "'\(name.value)' is no group, country or organ of the forum '\(forum.id)'",
                DefinitionBuilder.addresseeWords + groups + forum.parties.parties.map(\.id),
                help: isCountry ? "list the country under members: in forum.yaml first" : nil)
        }
    }

    private mutating func checkExceptions(_ exceptions: [CommitmentException]) {
        for exception in exceptions where forum.parties.index(of: exception.party) == nil {
            let near = exception.party.nearest(in: forum.parties.parties.map(\.id))
            diagnostics.append(
                .error(
                    .unknownAddressee, at: exception.origin,
                    "the exception names '\(exception.party)', which is no country or organ of the forum '\(forum.id)'"
                        + (near.map { "; did you mean '\($0)'?" } ?? "")))
        }
    }

    private mutating func checkRound(_ round: Located<String>) {
        guard !forum.rounds.contains(where: { $0.id == round.value }) else { return }
        unknown(.unknownRound, round, "the forum has no round '\(round.value)'", forum.rounds.map(\.id))
    }

    private mutating func checkFields(_ fields: [YAMLEntry<String>], of id: Located<String>) {
        for entry in fields {
            guard let field = forum.commitmentFields.first(where: { $0.name == entry.key.value }) else {
                unknown(
                    .unknownField, entry.key, "the forum declares no commitment field '\(entry.key.value)'",
                    forum.commitmentFields.map(\.name))
                continue
            }
            guard let problem = FieldChecker.problem(with: entry.value, field, countries) else { continue }
            diagnostics.append(
                .error(
                    .wrongFieldType, at: entry.range, "'\(entry.value)' is \(problem)",
                    notes: [DiagnosticNote("'\(field.name)' is declared here", at: field.origin)]))
        }
        for field in forum.commitmentFields where field.isRequired {
            guard !fields.contains(where: { $0.key.value == field.name }) else { continue }
            diagnostics.append(
                .error(
                    .emptyField, at: id.range,
                    "the commitment '\(id.value)' lacks the field '\(field.name)'",
                    notes: [DiagnosticNote("it is declared as required here", at: field.origin)]))
        }
    }

    private mutating func unknown(
        _ code: DiagnosticCode, _ name: Located<String>, _ message: String, _ known: [String], help: String? = nil
    ) {
        diagnostics.append(.unknown(code, name.value, at: name.range, message, known: known, help: help))
    }
}

/// Checks everything that names a commitment from elsewhere (ties, closed records, covers), once all forums are read.
struct LinkChecker {
    let forums: [LoadedForum]
    /// The forums of which it isn't known which commitments they have.
    var unreadForums: Set<String>
    /// The commitments that have an error of their own, as `forum/id`.
    var unreadCommitments: Set<String> = []

    /// - Parameter foundations: what the workspace declares; nil where it can't be read.
    func check(_ foundations: Foundations?) -> [Diagnostic] {
        let ids = Set(forums.flatMap { forum in forum.commitments.map { "\(forum.definition.id)/\($0.id)" } })
        let ties = forums.flatMap { forum in
            let own = forum.definition.id + "/"
            return forum.commitments.flatMap { commitment in
                commitment.links.map { (own + commitment.id, $0, $0.to.contains("/") ? $0.to : own + $0.to) }
            }
        }
        let named = forums.flatMap { forum in
            let ties = forum.commitments.flatMap(\.links).map { ($0.to, $0.origin) }
            let listed = forum.definition.records.flatMap { record in record.commitments.map { ($0, record.origin) } }
            return (ties + listed).compactMap { check($0, at: $1, of: forum.definition.id, among: ids) }
        }
        let untils = forums.flatMap(Lint.untils)
        guard let foundations else { return named + untils }
        return named + untils + Lint.ties(ties) + unweighted(foundations.settings.consolidation)
            + foundations.settings.consolidation.covers.flatMap { cover in
                unknownTarget(of: cover, foundations.framework)
                    + cover.commitments.compactMap { check($0, at: cover.origin, of: "", among: ids) }
                    + unaligned(cover, foundations)
            }
    }

    /// Commitments of a cover that prove nothing of its target: with them it never holds.
    private func unaligned(_ cover: Cover, _ foundations: Foundations) -> [Diagnostic] {
        guard let target = foundations.framework.target(cover.target) else { return [] }
        let consolidation = foundations.settings.consolidation
        let named = forums.flatMap { forum in forum.commitments.map { ("\(forum.definition.id)/\($0.id)", $0) } }
            .filter { cover.commitments.contains($0.0) }
        return named.filter { _, commitment in
            !commitment.alignments.contains {
                $0.target == target && consolidation.ceiling(of: $0.relation) != .indication
            }
        }.map { name, commitment in
            .warning(
                .coverNotAligned, at: cover.origin,
                "'\(name)' is not aligned to '\(cover.target)' by a relation that proves a part of it",
                notes: [DiagnosticNote("the commitment is declared here", at: commitment.origin)])
        }
    }

    /// Relations by which commitments are aligned, and which have no weight beside those that have one.
    private func unweighted(_ consolidation: Consolidation) -> [Diagnostic] {
        guard !consolidation.relationWeights.isEmpty else { return [] }
        var seen = Set(consolidation.relationWeights.keys)
        let first = forums.flatMap { forum in
            forum.commitments.flatMap { $0.alignments.filter { seen.insert($0.relation).inserted } }
        }
        return Lint.each(.noWeight, first, at: \.origin) {
            "'\($0.relation.rawValue)' has no weight in workspace.yaml and counts as 1"
        }
    }

    private func unknownTarget(of cover: Cover, _ framework: Framework) -> [Diagnostic] {
        guard framework.target(cover.target) == nil else { return [] }
        return [
            .error(.unknownTarget, at: cover.origin, "the framework has no measure or line '\(cover.target)'")
        ]
    }

    private func check(_ name: String, at origin: SourceRange, of forum: String, among ids: Set<String>) -> Diagnostic?
    {
        let own = forum + "/"
        let full = name.contains("/") ? name : own + name
        guard !ids.contains(full), !unreadCommitments.contains(full) else { return nil }
        guard !unreadForums.contains(where: { full.hasPrefix($0 + "/") }) else { return nil }
        let near = full.nearest(in: ids.sorted()).map { $0.hasPrefix(own) ? String($0.dropFirst(own.count)) : $0 }
        return .error(
            .unknownLink, at: origin,
            "no commitment is called '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
}

/// Warns of reports on parties whom their commitment never addresses, or addresses only together.
enum AddressChecker {
    /// How many of a forum's such parties are listed.
    private static let limit = 200

    /// Of each commitment and party whether the one ever addresses the other.
    static func addressed(_ commitments: [Commitment], in forum: ForumDefinition) -> [[Bool]] {
        // Most commitments of a forum address the same: these lists are worked out once each.
        var known: [[String]: [Bool]] = [:]
        return commitments.map { commitment in
            if let list = known[commitment.addressees] { return list }
            let list = everAddressed(commitment.addressees, in: forum)
            known[commitment.addressees] = list
            return list
        }
    }

    /// Checks each pair of commitment and party once, at its first report.
    static func check(_ forum: LoadedForum, addressed: [[Bool]]) -> [Diagnostic] {
        let parties = forum.definition.parties
        // The first report of each pair that isn't addressed, in the order of the files.
        var firsts: [ReportIndex] = []
        for group in 0..<forum.grouping.groupCount {
            let places = forum.grouping.places(ofGroup: group)
            let (commitment, party) = group.quotientAndRemainder(dividingBy: parties.parties.count)
            guard !places.isEmpty else { continue }
            let isOwedJointly = forum.commitments[commitment].owed == .jointly && parties.parties[party].country != nil
            guard isOwedJointly || !addressed[commitment][party] else { continue }
            if let first = forum.grouping.order[places].min() { firsts.append(ReportIndex(Int(first))) }
        }
        let found = firsts.sorted().filter { !standsOutside(forum, $0) }
        func place(_ report: ReportIndex) -> SourceRange { forum.texts(of: report).range(of: .party) }
        let listed = found.prefix(limit).map { report in
            let row = forum.reports[report]
            let (commitment, party) = (forum[row.commitment], parties[row.party])
            return Diagnostic.warning(
                .notAddressed, at: place(report),
                commitment.owed == .jointly && party.country != nil
                    ? "'\(commitment.id)' is owed jointly, so a report on '\(party.id)' alone counts nowhere"
                    : "'\(commitment.id)' does not address '\(party.id)', so the report counts nowhere",
                notes: [DiagnosticNote("the commitment is declared here", at: commitment.origin)])
        }
        guard let next = found.dropFirst(limit).first else { return listed }
        let message =
            "\(found.count) commitments of '\(forum.definition.id)' do not address a party that is reported on"
        return listed + [.warning(.notAddressed, at: place(next), message + "; only the first \(limit) are listed")]
    }

    /// Whether the report itself says that the party stands outside, as "not participating" does.
    private static func standsOutside(_ forum: LoadedForum, _ report: ReportIndex) -> Bool {
        let word = forum.definition.statusWords[Int(forum.reports[report].status.rawValue)]
        return word.standing.map { !$0.counts } ?? false
    }

    /// For every party whether such addressees ever mean it; the forum itself may always be reported on.
    ///
    /// Where an addressee is unknown, which has been reported, everybody may be meant.
    private static func everAddressed(_ addressees: [String], in forum: ForumDefinition) -> [Bool] {
        let groups = Dictionary(forum.groups.map { ($0.id, $0.members) }, uniquingKeysWith: { first, _ in first })
        let named = Set(addressees.flatMap { groups[$0] ?? [$0] } + ["forum"])
        let standings = Set(addressees.compactMap(standing))
        let isKnown = addressees.allSatisfy {
            standing(named: $0) != nil || groups[$0] != nil || forum.parties.index(of: $0) != nil
        }
        guard isKnown else { return forum.parties.parties.map { _ in true } }
        return forum.parties.parties.map { party in
            named.contains(party.id)
                || forum.memberships.contains { $0.country == party.id && standings.contains($0.standing) }
        }
    }

    private static func standing(named name: String) -> MembershipStanding? {
        switch name {
        case "members": .member
        case "associates": .associate
        case "observers": .observer
        case "acceding": .acceding
        default: nil
        }
    }
}
