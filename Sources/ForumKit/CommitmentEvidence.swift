public import FollowUpModel

/// The reports of one forum that may speak on a date, grouped by commitment and party, oldest first.
///
/// A report may speak when the whole of its date has passed by the as-of day and it is sure enough. Of two reports
/// that begin on the same day the more precise one is the newer; of two with the same date the one further down.
public struct EvidenceIndex: Sendable {
    /// The reports.
    public var reports: ReportTable { shared.table }
    private let shared: SharedReports
    /// The as-of day.
    public let asOf: CalendarDay
    /// The rows that may speak, group by group; those of group n stand from `starts[n]` to before `ends[n]`.
    private let order: [UInt32]
    private let starts: [UInt32]
    private let ends: [UInt32]
    private let partyCount: Int
    private let deadlines: [Int: [ReportIndex]]

    /// Takes from a forum's reports those that may speak.
    ///
    /// - Parameters:
    ///   - commitmentCount: the number of the forum's commitments.
    ///   - partyCount: the number of the forum's parties.
    ///   - minConfidence: reports below it stay out.
    public init(
        reports: ReportTable, commitmentCount: Int, partyCount: Int, asOf: CalendarDay,
        minConfidence: Confidence = .unknown
    ) {
        let grouping = ReportGrouping(reports, commitmentCount: commitmentCount, partyCount: partyCount)
        self.init(reports: reports, grouping: grouping, asOf: asOf, minConfidence: minConfidence)
    }

    /// Takes from reports that are grouped already those that may speak.
    ///
    /// - Parameter minConfidence: reports below it stay out.
    public init(
        reports: ReportTable, grouping: ReportGrouping, asOf: CalendarDay, minConfidence: Confidence = .unknown
    ) {
        shared = SharedReports(reports)
        self.asOf = asOf
        partyCount = grouping.partyCount
        deadlines = Self.deadlines(reports, partyCount: partyCount, minConfidence: minConfidence)
        let isSimple = !reports.hasCoarseDates && reports.deadlineRows.isEmpty && minConfidence == .unknown
        (order, starts, ends) =
            isSimple
            ? Self.beginnings(reports, grouping, asOf: asOf)
            : Self.chosen(reports, grouping, asOf: asOf, minConfidence: minConfidence)
    }

    /// The rows whose date is a deadline, by bucket, oldest first; there are few of them.
    private static func deadlines(
        _ reports: ReportTable, partyCount: Int, minConfidence: Confidence
    ) -> [Int: [ReportIndex]] {
        var found: [Int: [ReportIndex]] = [:]
        for index in reports.deadlineRows where reports.confidence(of: index) >= minConfidence {
            let row = Int(index.rawValue)
            found[
                Int(reports.commitments[row].rawValue) * partyCount + Int(reports.parties[row].rawValue), default: []
            ].append(index)
        }
        return found.mapValues { rows in
            rows.sorted { left, right in
                let (a, b) = (reports.dates[Int(left.rawValue)], reports.dates[Int(right.rawValue)])
                return a == b ? left < right : a < b
            }
        }
    }

    /// The rows on a commitment and party whose date is a deadline, oldest first.
    func deadlines(of commitment: CommitmentIndex, party: PartyIndex) -> [Report] {
        let rows = deadlines[Int(commitment.rawValue) * partyCount + Int(party.rawValue)] ?? []
        return rows.map { Report(table: shared, index: $0) }
    }

    /// The reports that may speak on one commitment and party, oldest first.
    func slice(of commitment: CommitmentIndex, party: PartyIndex) -> ReportSlice {
        ReportSlice(table: shared, rows: rows(of: commitment, party: party))
    }

    /// Where every date is known to the day and nothing else keeps a row out: the beginning of each group speaks.
    private static func beginnings(
        _ reports: ReportTable, _ grouping: ReportGrouping, asOf: CalendarDay
    ) -> (order: [UInt32], starts: [UInt32], ends: [UInt32]) {
        let ends = (0..<grouping.groupCount).map { group in
            let places = grouping.places(ofGroup: group)
            var end = places.upperBound
            while end > places.lowerBound, !reports.dates[Int(grouping.order[end - 1])].hasPassed(by: asOf) { end -= 1 }
            return UInt32(end)
        }
        return (grouping.order, grouping.starts, ends)
    }

    /// One pass over all groups that keeps the rows that may speak, in their order.
    private static func chosen(
        _ reports: ReportTable, _ grouping: ReportGrouping, asOf: CalendarDay, minConfidence: Confidence
    ) -> (order: [UInt32], starts: [UInt32], ends: [UInt32]) {
        // A date that is only due says nothing about what has been done.
        let deadlines = Set(reports.deadlineRows)
        var order: [UInt32] = []
        order.reserveCapacity(grouping.order.count)
        var starts: [UInt32] = [0]
        for group in 0..<grouping.groupCount {
            for place in grouping.places(ofGroup: group) {
                let row = grouping.order[place]
                let index = ReportIndex(Int(row))
                guard reports.dates[Int(row)].hasPassed(by: asOf), reports.confidence(of: index) >= minConfidence,
                    deadlines.isEmpty || !deadlines.contains(index)
                else { continue }
                order.append(row)
            }
            starts.append(UInt32(order.count))
        }
        return (order, starts, Array(starts.dropFirst()))
    }

    /// The number of reports that may speak on a commitment.
    public func count(of commitment: CommitmentIndex) -> Int {
        let first = Int(commitment.rawValue) * partyCount
        return (first..<first + partyCount).reduce(0) { $0 + Int(ends[$1] - starts[$1]) }
    }

    /// The reports that may speak on one commitment and party, oldest first.
    public func rows(of commitment: CommitmentIndex, party: PartyIndex) -> ArraySlice<UInt32> {
        let group = Int(commitment.rawValue) * partyCount + Int(party.rawValue)
        return order[Int(starts[group])..<Int(ends[group])]
    }
}

/// One table that many reports point into: a report is copied often, and so costs one reference instead of a dozen.
final class SharedReports: Sendable {
    let table: ReportTable

    init(_ table: ReportTable) { self.table = table }
}

/// Everything a module needs to read one commitment: the commitment, who is a party, and their reports.
public struct CommitmentEvidence: Sendable {
    /// The commitment.
    public let commitment: Commitment
    /// The commitment's place in its forum.
    public let index: CommitmentIndex
    /// Who is what in the forum on the as-of day.
    public let roll: RollCall
    /// The parties that the commitment addresses on the as-of day, in order.
    public let addressed: [PartyIndex]
    /// The rank of the scale's highest level.
    public let scaleTop: Int
    /// The as-of day.
    public var asOf: CalendarDay { reports.asOf }
    /// How the commitment hangs together with the others of its forum.
    public let ties: CommitmentTies
    private let reports: EvidenceIndex

    /// Makes the evidence of one commitment of the forum whose roll was called.
    public init(
        commitment: Commitment, index: CommitmentIndex, roll: RollCall, scaleTop: Int, reports: EvidenceIndex,
        ties: CommitmentTies = .none
    ) {
        self.ties = ties
        self.commitment = commitment
        self.index = index
        self.roll = roll
        self.scaleTop = scaleTop
        self.reports = reports
        addressed = roll.addressees(of: commitment)
    }

    /// The forum's definition.
    public var forum: ForumDefinition { roll.forum }

    /// The reports on the forum itself that may speak, oldest first, such as a secretariat's notice.
    public var reportsOnForum: [Report] {
        forum.organs.compactMap { forum.parties.index(of: $0.id) }.flatMap { reports(on: $0) }
            .sorted { $0.date == $1.date ? $0.index < $1.index : $0.date < $1.date }
    }

    /// Dates that a report sets for a party ahead of time, such as a due date fixed by a committee, oldest first.
    ///
    /// Such a report is dated on the day that it sets, so it is given whatever the as-of day is.
    public func deadlines(on party: PartyIndex) -> [Report] {
        reports.deadlines(of: index, party: party)
    }

    /// The reports on one party that may speak, oldest first.
    public func reports(on party: PartyIndex) -> ReportSlice {
        reports.slice(of: index, party: party)
    }

    /// The reports on one party that may speak of another commitment of the forum, oldest first; nil when the forum has
    /// no such commitment.
    public func reports(on party: PartyIndex, of commitment: String) -> ReportSlice? {
        ties.index(of: commitment).map { reports.slice(of: $0, party: party) }
    }
}

/// Some reports of one table, oldest first.
public struct ReportSlice: RandomAccessCollection, Sendable {
    private let table: SharedReports
    /// The voices that any report of the table has, bit by bit; none else can be among these.
    var possibleVoices: UInt8 { table.table.voices }
    private let rows: ArraySlice<UInt32>

    init(table: SharedReports, rows: ArraySlice<UInt32>) {
        self.table = table
        self.rows = rows
    }

    /// The place of the oldest report.
    public var startIndex: Int { rows.startIndex }
    /// The place after the newest report.
    public var endIndex: Int { rows.endIndex }
    /// The report at a place.
    public subscript(position: Int) -> Report { Report(table: table, index: ReportIndex(Int(rows[position]))) }
}

/// One report, as a module sees it.
public struct Report: Sendable {
    private let shared: SharedReports
    private var table: ReportTable { _read { yield shared.table } }
    /// The report's place in its table, for a ``Basis``.
    public let index: ReportIndex

    init(table: SharedReports, index: ReportIndex) {
        shared = table
        self.index = index
    }

    /// The forum's own word.
    public var status: StatusIndex { table.statuses[Int(index.rawValue)] }
    /// The date.
    public var date: PartialDate { table.dates[Int(index.rawValue)] }
    /// What the date says.
    public var dateKind: DateKind { table[index].dateKind }
    /// Whose word it is.
    public var voice: Voice { table.voice(of: index) }
    /// How far it can be relied on.
    public var confidence: Confidence { table.confidence(of: index) }
    /// Whether it speaks only of a part of the commitment.
    public var isPartial: Bool { table.isPartial(index) }
}
