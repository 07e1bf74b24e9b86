import Diagnostics
import FollowUpModel
import LocatedYAML

extension Lint {
    /// forum.yaml: memberships and meetings.
    ///
    /// - Parameter today: the day of the reading, where it is known.
    static func forum(_ file: ForumFile, today: CalendarDay?) -> [Diagnostic] {
        let sessions = file.sessions
        return [
            same(
                .overlappingSpells, file.members.map(\.membership), by: { [$0.country, $0.standing.rawValue] },
                at: \.origin, where: { $0.interval.surelyOverlaps($1.interval) }
            ) { "'\($1.country)' is listed as \($1.standing.rawValue) twice for the same time" },
            same(.sessionOrder, sessions, by: { $0.value.id }, at: \.range) {
                "the meeting '\($1.value.id ?? "")' is listed twice"
            },
            each(.unlikelyDate, file.members.map(\.membership), at: \.origin) { membership in
                guard let since = membership.interval.since, let today, since.earliest > today else { return nil }
                return "'\(membership.country)' is \(membership.standing.rawValue) from \(since) on, which lies ahead"
            },
            each(.sessionOrder, zip(sessions, sessions.dropFirst()), at: \.1.range) { before, after in
                after.value.date.latest < before.value.date.earliest
                    ? "the meeting of \(after.value.date) stands below that of \(before.value.date)" : nil
            },
            ids("round", file.rounds.map { ($0.round.id, $0.round.origin) }, inTables: false),
        ].flatMap(\.self)
    }

    /// The status words of a forum or a round.
    static func words(_ words: [StatusWord]) -> [Diagnostic] {
        let spellings = words.flatMap { word in Vocabulary.spellings(of: word).map { (word: word, text: $0) } }
        return [
            each(
                .similarWords, words, at: \.origin, fix: { .replace($0.origin, with: $0.word.trimmingSpaces().asYAML) }
            ) { $0.word == $0.word.trimmingSpaces() ? nil : "the word '\($0.word)' begins or ends with a blank" },
            same(
                .similarWords, spellings, by: { $0.text.foldedForSearch }, at: \.word.origin,
                where: { $0.word.word != $1.word.word && $0.text != $1.text }
            ) { "only case, accents or blanks tell '\($1.text)' from '\($0.text)'" },
        ].flatMap(\.self)
    }

    /// The commitments of a forum, beside what each says by itself.
    static func commitments(
        _ commitments: [Commitment], in forum: ForumDefinition, addressed: [[Bool]]
    ) -> [Diagnostic] {
        let exceptions = commitments.enumerated().flatMap { place, commitment in
            commitment.exceptions.map { (place: place, commitment: commitment.id, exception: $0) }
        }
        let links = commitments.flatMap { commitment in commitment.links.map { (from: commitment.id, link: $0) } }
        return [
            same(.saidTwice, links, by: { [$0.from, $0.link.to, $0.link.kind.rawValue] }, at: \.link.origin) {
                "'\($1.from)' is tied to '\($1.link.to)' twice in the same way"
            },
            same(
                .saidTwice, exceptions,
                by: { [$0.commitment, $0.exception.party, $0.exception.kind.rawValue] + $0.exception.articles },
                at: \.exception.origin, where: { $0.exception.interval.surelyOverlaps($1.exception.interval) }
            ) { "'\($1.commitment)' has the same exception for '\($1.exception.party)' twice" },
            each(.unlikelyDate, commitments, at: \.origin) { commitment in
                guard let adopted = commitment.adopted?.earliest, let deadline = commitment.deadline,
                    deadline.hasPassed(by: adopted), let due = deadline.due(after: adopted)
                else { return nil }
                return "'\(commitment.id)' is due on \(due), before it was adopted (\(adopted))"
            },
            each(.notAddressed, exceptions, at: \.exception.origin) { place, commitment, exception in
                guard let party = forum.parties.index(of: exception.party), !addressed[place][Int(party.rawValue)]
                else {
                    return nil
                }
                return "'\(commitment)' does not address '\(exception.party)', so the exception changes nothing"
            },
        ].flatMap(\.self)
    }

    /// The ties between the commitments of all forums, each named with its forum.
    static func ties(_ ties: [(from: String, link: CommitmentLink, to: String)]) -> [Diagnostic] {
        CommitmentLink.Kind.allCases.flatMap { kind in
            let ties = ties.filter { $0.link.kind == kind && (kind != .related || $0.from == $0.to) }
            return circles(ties.map { ($0.from, $0.to, $0.link.origin) }, kind.verb)
        }
    }

    /// The reports of a forum: oldest ones before there was anything to report on, and newest ones that lie ahead.
    ///
    /// - Parameter today: the day of the reading, where it is known.
    static func reports(_ forum: LoadedForum, today: CalendarDay?) -> [Diagnostic] {
        let (reports, parties) = (forum.reports, forum.definition.parties)
        let began = forum.definition.firstDays
        func ends(_ end: (ArraySlice<UInt32>) -> UInt32?) -> [(row: ReportRow, report: ReportIndex)] {
            (0..<forum.grouping.groupCount).compactMap { group in
                let rows = forum.grouping.order[forum.grouping.places(ofGroup: group)]
                guard let report = end(rows).map({ ReportIndex(Int($0)) }) else { return nil }
                let row = reports[report]
                return row.dateKind == .deadline ? nil : (row, report)
            }
        }
        let oldest = ends(\.first)
        func place(_ report: ReportIndex) -> SourceRange { forum.texts(of: report).range(of: .date) }
        func check(_ code: DiagnosticCode, _ begin: (ReportRow) -> (CalendarDay, () -> String, SourceRange?)?)
            -> [Diagnostic]
        {
            listed(
                oldest.compactMap { row, report in
                    guard let (day, message, declared) = begin(row), row.date.latest < day else { return nil }
                    return .warning(
                        code, at: place(report), "'\(row.date)' comes before \(message())",
                        notes: [DiagnosticNote("it is declared here", at: declared)])
                })
        }
        let ahead = today.map { today in
            each(.unlikelyDate, ends(\.last), at: { place($0.report) }) { row, _ in
                row.date.earliest > today ? "'\(row.date)' lies ahead; until then the report speaks nowhere" : nil
            }
        }
        let long = each(.unlikelyDate, oldest, at: { place($0.report) }) { row, _ in
            // Where the two checks below have nothing to go by.
            forum[row.commitment].adopted == nil
                && PartialDate(year: 1800).map { row.date.latest < $0.earliest } == true
                ? "'\(row.date)' is long before there were such forums" : nil
        }
        return (ahead ?? []) + long
            + check(.reportBeforeAdoption) { row in
                let commitment = forum[row.commitment]
                return commitment.adopted.map { adopted in
                    (adopted.earliest, { "'\(commitment.id)' was adopted (\(adopted))" }, commitment.origin)
                }
            }
            + check(.reportBeforeMembership) { row in
                let id = parties[row.party].id
                return began[id].map { ($0.day, { "'\(id)' was anything to the forum" }, $0.place) }
            }
    }
}

extension DatedInterval {
    /// Whether both certainly hold on some day.
    fileprivate func surelyOverlaps(_ other: DatedInterval) -> Bool {
        func ends(_ one: DatedInterval, before two: DatedInterval) -> Bool {
            guard let until = one.until, let since = two.since else { return false }
            return until.earliest <= since.latest
        }
        return !ends(self, before: other) && !ends(other, before: self)
    }
}

extension CommitmentLink.Kind {
    fileprivate var verb: String {
        switch self {
        case .supersedes: "supersedes"
        case .reiterates: "reiterates"
        case .partOf: "is a part of"
        case .related: "is related to"
        }
    }
}

extension ForumDefinition {
    /// The first day on which each country may have been anything to the forum, where it is known.
    fileprivate var firstDays: [String: (day: CalendarDay, place: SourceRange)] {
        Dictionary(grouping: memberships, by: \.country).compactMapValues { spells in
            let known = spells.compactMap { spell in spell.interval.since.map { ($0.earliest, spell.origin) } }
            guard known.count == spells.count else { return nil }
            return known.min { $0.0 < $1.0 }.map { (day: $0.0, place: $0.1) }
        }
    }
}
