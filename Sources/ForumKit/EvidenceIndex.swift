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
    /// Whether every date is known to the day and nothing else keeps a row out: the beginning of each group speaks.
    private let isSimple: Bool

    /// Takes from a forum's reports those that may speak.
    ///
    /// - Parameters:
    ///   - minConfidence: reports below it stay out.
    ///   - previous: the index of an earlier reading of the same forum, for the same day and confidence.
    ///   - isSame: for each commitment whether the reports on it say the same as in that reading.
    ///   - details: gives the texts of a report.
    public init(
        reports: ReportTable, grouping: ReportGrouping, asOf: CalendarDay, minConfidence: Confidence = .unknown,
        reusing previous: EvidenceIndex? = nil, where isSame: [Bool] = [],
        details: @escaping ReportDetails.Source = { _ in ReportDetails() }
    ) {
        shared = SharedReports(reports, details)
        self.asOf = asOf
        partyCount = grouping.partyCount
        deadlines = Self.deadlines(reports, partyCount: partyCount, minConfidence: minConfidence)
        isSimple = !reports.hasCoarseDates && reports.deadlineRows.isEmpty && minConfidence == .unknown
        (order, starts, ends) =
            isSimple
            ? Self.beginnings(
                reports, grouping, asOf: asOf, known: previous?.isSimple == true ? previous : nil, where: isSame)
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

    /// Finds where the rows that may speak end in each group, as far as it isn't known already.
    private static func beginnings(
        _ reports: ReportTable, _ grouping: ReportGrouping, asOf: CalendarDay, known: EvidenceIndex?,
        where isSame: [Bool]
    ) -> (order: [UInt32], starts: [UInt32], ends: [UInt32]) {
        var ends: [UInt32] = []
        ends.reserveCapacity(grouping.groupCount)
        for commitment in 0..<grouping.groupCount / max(1, grouping.partyCount) {
            let groups = commitment * grouping.partyCount..<(commitment + 1) * grouping.partyCount
            if let known, isSame[commitment] {
                for group in groups { ends.append(grouping.starts[group] + known.ends[group] - known.starts[group]) }
                continue
            }
            for group in groups {
                let places = grouping.places(ofGroup: group)
                var end = places.upperBound
                while end > places.lowerBound, !reports.dates[Int(grouping.order[end - 1])].hasPassed(by: asOf) {
                    end -= 1
                }
                ends.append(UInt32(end))
            }
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
