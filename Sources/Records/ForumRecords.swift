import Diagnostics
package import FollowUpModel
package import ForumKit
package import ForumWorkspace
package import Harmonization

/// One forum: what it is, and what its module says.
package struct ForumRecord: Record {
    /// What the module of a forum says on the date of the picture.
    private struct Reading: Sendable {
        var tally: Tally
        var obligations: [Obligation.State: Int]
        var failure: Diagnostic?
        var source: RecordSource
        var dataUntil: PartialDate?
    }

    private let forum: LoadedForum
    private let asOf: CalendarDay
    private let reading: Reading?

    /// Tells a forum of which no picture was made.
    package init(_ forum: LoadedForum, asOf: CalendarDay) { (self.forum, self.asOf, reading) = (forum, asOf, nil) }

    /// Tells a forum of a picture.
    package init(
        _ source: RecordSource, _ forum: ForumSnapshot, _ tally: Tally, _ obligations: [Obligation.State: Int]
    ) {
        self.forum = forum.forum
        asOf = source.snapshot.asOf
        reading = Reading(
            tally: tally, obligations: obligations, failure: forum.failure, source: source,
            dataUntil: forum.dataUntil)
    }

    private var definition: ForumDefinition { forum.definition }

    /// How much is known of it, in a sentence or two; nil where no picture was made.
    package var summary: WholeSummary? {
        reading.map { WholeSummary(ofForum: $0.tally, owed: $0.obligations, in: $0.source.snapshot) }
    }

    private var members: [MembershipStanding: Int] {
        var counts: [MembershipStanding: Int] = [:]
        for country in Set(definition.memberships.map(\.country)) {
            if let standing = definition.membership(of: country, on: asOf) { counts[standing, default: 0] += 1 }
        }
        return counts
    }

    package static let schema = RecordSchema<ForumRecord>("forum", "A forum, and what its module says.") {
        Field("id", "Its id, which is the name of its folder.") { $0.definition.id }
        Field("name", "Its name.") { $0.definition.name }
        Field("short-name", "Its name in short.") { $0.definition.acronym ?? $0.definition.name }
        summaryField({ $0.reading?.source }) { $0.summary }
        Field("kind", "What kind of body it is.") { $0.definition.kind }
        Field("module", "The module that reads it.") { $0.definition.module }
        Field("languages", "The languages in which it works.") { $0.definition.languages.map(\.code) }
        Field("dormant-since", "Since when it no longer works.") { $0.definition.dormantSince }
        Field("data-until", "Until when its data reach; nothing that falls due later is judged.") { row in
            row.reading.map(\.dataUntil) ?? row.definition.dataUntil
        }
        Field("members", "How many countries are what to it.", .counts(MembershipStanding.codes), unit: "countries") {
            Counts($0.members, of: MembershipStanding.allCases)
        }
        Field("commitment-count", "How many of its commitments are followed up.", unit: "commitments") {
            $0.forum.commitments.count(where: \.isTracked)
        }
        Field("report-count", "How many reports it has.", unit: "reports") { $0.forum.reports.count }
        Field("rejected", "How many rows of its reports could not be read.", unit: "rows") { $0.forum.rejected }
        tallyFields("pairs of commitment and party", unit: "pairs", isOptional: true) { row in
            row.reading.map { ($0.tally, $0.source.scale) }
        }
        Field("obligations", "How much is owed to it, by state.", .counts(Obligation.State.codes), unit: "obligations")
        { row in
            row.reading.map { Counts($0.obligations, of: Obligation.State.allCases) }
        }
        Field("failure", "Why it could not be read.") { $0.reading?.failure?.message }
    }
}

/// What a country is to a forum.
package struct MemberRecord: Record {
    private let country: String
    private let standing: MembershipStanding
    private let since: PartialDate?

    /// The countries that are something to a forum on a day, in the order of their codes.
    package static func all(of definition: ForumDefinition, on day: CalendarDay) -> [MemberRecord] {
        definition.parties.parties.compactMap { party in
            guard party.country != nil, let standing = definition.membership(of: party.id, on: day) else { return nil }
            return MemberRecord(
                country: party.id, standing: standing, since: definition.since(of: party.id, on: day))
        }
    }

    package static let schema = RecordSchema<MemberRecord>("member", "What a country is to a forum.") {
        Field("country", "The country's code.") { $0.country }
        Field("standing", "What it is.") { $0.standing }
        Field("since", "Since when.") { $0.since }
    }
}

/// One of a forum's own words, and how it is read.
package struct StatusWordRecord: Record {
    private let source: RecordSource
    private let word: StatusWord
    private let round: String?
    private let uses: Int

    /// The words of a forum, then those of its rounds.
    package static func all(of forum: LoadedForum, in source: RecordSource) -> [StatusWordRecord] {
        forum.countedWords.map { StatusWordRecord(source: source, word: $0, round: $1?.id, uses: $2) }
    }

    package static let schema = RecordSchema<StatusWordRecord>(
        "status-word", "One of a forum's own words, and how it is read."
    ) {
        Field("status", "The word.") { $0.word.word }
        Field("round", "The round whose word it is; null for the forum's own.") { $0.round }
        progressFields({ $0.source.scale }) { $0.word.progress }
        Field("standing", "The standing that it gives.") { $0.word.standing }
        Field("fit", "How well the word fits the level that it is read as.") { $0.word.fit }
        Field("reason", "Why it is read so.") { $0.word.reason }
        Field("uses", "How many reports use it.", unit: "reports") { $0.uses }
    }
}

extension LoadedForum {
    /// The forum's words, then those of its rounds, each with how many reports use it.
    package var countedWords: [(word: StatusWord, round: Round?, uses: Int)] {
        var uses = [Int](repeating: 0, count: definition.statusWords.count)
        for status in reports.statuses { uses[Int(status.rawValue)] += 1 }
        let own = definition.vocabulary.words.map { ($0, Round?.none) }
        let ofRounds = definition.rounds.flatMap { round in
            (round.vocabulary?.words ?? []).map { ($0, Round?.some(round)) }
        }
        return zip(own + ofRounds, uses).map { ($0.0, $0.1, $1) }
    }
}

/// One of a forum's own rules.
extension ForumRule: Record {
    package static let schema = RecordSchema<ForumRule>("forum-rule", "One of a forum's own rules.") {
        Field("id", "Its id.") { $0.id }
        Field("topic", "What it is about.") { $0.topic }
        Field("article", "Where it stands in the forum's texts.") { $0.article }
        Field("statement", "What it says.") { $0.statement }
        Field("confidence", "How far it can be relied on.") { $0.confidence }
        Field("sources", "Where it is read.") { $0.sources }
    }
}

/// A commitment with what it is aligned to and what its forum's module says of each party.
package struct ForumCommitmentRecord: Record {
    private let source: RecordSource
    private let forum: ForumSnapshot
    private let index: CommitmentIndex

    /// The commitments of a forum of a picture.
    package static func all(of forum: ForumSnapshot, in source: RecordSource) -> [ForumCommitmentRecord] {
        forum.forum.commitments.indices.map {
            ForumCommitmentRecord(source: source, forum: forum, index: CommitmentIndex($0))
        }
    }

    private var id: String { forum.forum.definition.id }
    private var tally: Tally { forum.assessments(of: index).tally(levelCount: source.scale.levels.count) }

    package static let schema = RecordSchema<ForumCommitmentRecord>(
        "forum-commitment", "A commitment with what its forum's module says of each party."
    ) {
        CommitmentRecord.schema.fields { CommitmentRecord($0.source, forum: $0.id, $0.forum.forum[$0.index]) }
        tallyFields("parties", unit: "parties") { ($0.tally, $0.source.scale) }
        Field("alignments", "What it is aligned to.", isInTables: false) { row in
            row.source.alignments(of: row.forum.forum[row.index], in: row.id)
        }
        Field("parties", "What the module says of each party.", isInTables: false) { row in
            row.source.assessments(of: row.index, in: row.forum)
        }
    }
}
