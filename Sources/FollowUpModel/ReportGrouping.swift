/// All reports of a forum grouped by commitment and party, each group oldest first.
///
/// It depends on the reports alone, not on any day that the picture is asked for, so one grouping serves all of them.
/// Of two reports that begin on the same day the more precise one is the newer; of two with the same date the one
/// further down.
public struct ReportGrouping: Sendable {
    /// The number of the forum's parties.
    public let partyCount: Int
    /// The rows of all groups, group by group.
    public let order: [UInt32]
    /// Where each group begins, and after the last one the number of all rows.
    package let starts: [UInt32]

    /// Groups the reports of a forum with so many commitments and parties.
    public init(_ reports: ReportTable, commitmentCount: Int, partyCount: Int) {
        self.partyCount = partyCount
        let groups = commitmentCount * partyCount
        var starts = [UInt32](repeating: 0, count: groups + 1)
        let groupOfRow = reports.groups(partyCount: partyCount)
        for group in groupOfRow { starts[Int(group) + 1] += 1 }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        order = Self.sortedKeys(reports.dates, groupOfRow, starts: starts).map { UInt32(truncatingIfNeeded: $0) }
        self.starts = starts
    }

    /// The rows group by group as numbers that sort by date and then by place: the date above, the row below.
    ///
    /// Rows are counted into their groups first; sorting then never leaves a group, and most hold a handful.
    private static func sortedKeys(_ dates: [PartialDate], _ groupOfRow: [UInt32], starts: [UInt32]) -> [UInt64] {
        var next = starts
        var keys = [UInt64](repeating: 0, count: dates.count)
        for (row, group) in groupOfRow.enumerated() {
            let group = Int(group)
            keys[Int(next[group])] = UInt64(dates[row].sortKey) << 32 | UInt64(UInt32(truncatingIfNeeded: row))
            next[group] += 1
        }
        for group in 0..<starts.count - 1 where starts[group + 1] - starts[group] > 1 {
            sort(&keys, Int(starts[group])..<Int(starts[group + 1]))
        }
        return keys
    }

    /// Groups the reports of a forum in which some rows have been replaced by `count` others, when the rest stand in the
    /// same order; groups without any replaced row keep theirs.
    package init(
        _ reports: ReportTable, replacing replaced: Range<Int>, of before: ReportTable, by count: Int,
        in old: ReportGrouping
    ) {
        partyCount = old.partyCount
        let partyCount = partyCount
        var touched = [Bool](repeating: false, count: old.groupCount)
        var added: [Int: [UInt32]] = [:]
        for row in replaced { touched[before.group(of: row, partyCount)] = true }
        for row in replaced.lowerBound..<replaced.lowerBound + count {
            let group = reports.group(of: row, partyCount)
            touched[group] = true
            added[group, default: []].append(UInt32(row))
        }
        let (first, last) = (UInt32(replaced.lowerBound), UInt32(replaced.upperBound))
        let shift = UInt32(truncatingIfNeeded: count - replaced.count)
        var order: [UInt32] = []
        order.reserveCapacity(reports.count)
        var starts: [UInt32] = [0]
        starts.reserveCapacity(old.starts.count)
        for group in touched.indices {
            let rows = old.order[old.places(ofGroup: group)]
            if touched[group] {
                let kept = rows.filter { $0 < first || $0 >= last }.map { $0 < first ? $0 : $0 &+ shift }
                order += (kept + (added[group] ?? [])).sorted { left, right in
                    let (a, b) = (reports.dates[Int(left)], reports.dates[Int(right)])
                    return a == b ? left < right : a < b
                }
            } else {
                for row in rows { order.append(row < first ? row : row &+ shift) }
            }
            starts.append(UInt32(order.count))
        }
        self.order = order
        self.starts = starts
    }

    /// Sorts a few keys by insertion, many by the library's sort.
    private static func sort(_ keys: inout [UInt64], _ range: Range<Int>) {
        guard range.count <= 32 else {
            keys[range].sort()
            return
        }
        for index in range.dropFirst() {
            let key = keys[index]
            var place = index
            while place > range.lowerBound, keys[place - 1] > key {
                keys[place] = keys[place - 1]
                place -= 1
            }
            keys[place] = key
        }
    }

    /// The places in ``order`` of the reports on one commitment and party.
    public func places(of commitment: CommitmentIndex, party: PartyIndex) -> Range<Int> {
        places(ofGroup: Int(commitment.rawValue) * partyCount + Int(party.rawValue))
    }

    /// The places in ``order`` of the reports on one commitment, party by party.
    public func places(of commitment: CommitmentIndex) -> Range<Int> {
        let first = Int(commitment.rawValue) * partyCount
        return Int(starts[first])..<Int(starts[first + partyCount])
    }

    /// The places in ``order`` of a group; groups are numbered commitment by commitment, party by party.
    public func places(ofGroup group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

    /// The number of groups, those without any report among them.
    public var groupCount: Int { starts.count - 1 }

    /// The rows on one commitment and party, oldest first.
    public func rows(of commitment: CommitmentIndex, party: PartyIndex) -> [ReportIndex] {
        order[places(of: commitment, party: party)].map { ReportIndex(Int($0)) }
    }
}

extension ReportTable {
    /// The number of the group that a row belongs to.
    fileprivate func group(of row: Int, _ partyCount: Int) -> Int {
        Int(commitments[row].rawValue) * partyCount + Int(parties[row].rawValue)
    }

    /// The number of the group that each row belongs to.
    fileprivate func groups(partyCount: Int) -> [UInt32] {
        zip(commitments, parties).map { UInt32(Int($0.rawValue) * partyCount + Int($1.rawValue)) }
    }
}

extension PartialDate {
    /// The date as a number without a sign that sorts as dates do.
    fileprivate var sortKey: UInt32 { UInt32(bitPattern: code) ^ 1 << 31 }
}

extension ReportGrouping {
    /// Whether the reports on a commitment say the same as in another grouping of the same forum, one by one.
    ///
    /// Texts are not compared, nor where the reports stand.
    public func saysTheSame(
        of commitment: CommitmentIndex, in reports: ReportTable, as other: ReportGrouping, in others: ReportTable
    ) -> Bool {
        let (mine, theirs) = (places(of: commitment), other.places(of: commitment))
        guard mine.count == theirs.count else { return false }
        for (place, otherPlace) in zip(mine, theirs) {
            let (row, otherRow) = (order[place], other.order[otherPlace])
            guard reports.saysTheSame(Int(row), as: Int(otherRow), of: others) else { return false }
        }
        return true
    }
}

extension ReportTable {
    /// Whether a row says the same as a row of another table of the same forum.
    fileprivate func saysTheSame(_ row: Int, as otherRow: Int, of other: ReportTable) -> Bool {
        guard parties[row] == other.parties[otherRow], statuses[row] == other.statuses[otherRow],
            dates[row] == other.dates[otherRow], marks[row] == other.marks[otherRow]
        else { return false }
        if evidenceNames.isEmpty, other.evidenceNames.isEmpty { return true }
        return evidenceName(of: ReportIndex(row)) == other.evidenceName(of: ReportIndex(otherRow))
    }
}
