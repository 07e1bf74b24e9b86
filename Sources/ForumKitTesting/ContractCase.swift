import FollowUpModel
import ForumKit

/// One input: a forum with its commitments and reports, seen on a day.
struct ContractCase: Sendable {
    /// A report with a number that it keeps wherever its row stands.
    struct Row: Sendable {
        var number: Int
        var report: ReportRow
    }

    var seed: UInt64
    var forum: ForumDefinition
    var options: [String: String] = [:]
    var commitments: [Commitment]
    /// The commitments that are read.
    var focus: [CommitmentIndex]
    var scaleTop: Int
    var asOf: CalendarDay
    /// Whose reports the module reads.
    var reads: EvidenceScope
    var rows: [Row] = []
}

extension ContractCase {
    /// The rows as a module is given them.
    private var table: ReportTable {
        var table = ReportTable()
        for (place, row) in rows.enumerated() { table.append(row.report, at: ReportPlace(file: 0, offset: place)) }
        return table
    }

    /// What a module is given for each commitment that is read.
    var evidence: [CommitmentEvidence] {
        let table = table
        let grouping = ReportGrouping(
            table, commitmentCount: commitments.count, partyCount: forum.parties.parties.count)
        let index = EvidenceIndex(reports: table, grouping: grouping, asOf: asOf)
        let day = ForumDay(
            roll: RollCall(of: forum, on: asOf), scaleTop: scaleTop, reports: index,
            ties: CommitmentTies(commitments, forum: forum.id))
        return focus.map { day.evidence(of: commitments[Int($0.rawValue)], at: $0, reads: reads) }
    }

    /// Whether a row may speak on the as-of day.
    func speaks(_ report: ReportRow) -> Bool { report.dateKind != .deadline && report.date.hasPassed(by: asOf) }

    /// The commitments whose reports a reading of this one may name: itself and, where the module reads them, those it
    /// is tied to.
    func tied(to index: CommitmentIndex) -> Set<CommitmentIndex> {
        guard reads != .own else { return [index] }
        let own = commitments[Int(index.rawValue)]
        let others = commitments.indices.filter { place in
            own.links.contains { $0.to == commitments[place].id }
                || commitments[place].links.contains { $0.to == own.id }
        }
        return Set(others.map(CommitmentIndex.init) + [index])
    }

    /// The row that a module names, or nil when there is none.
    func row(_ index: ReportIndex) -> Row? {
        rows.indices.contains(Int(index.rawValue)) ? rows[Int(index.rawValue)] : nil
    }

    func name(_ party: PartyIndex) -> String {
        forum.parties.parties.indices.contains(Int(party.rawValue))
            ? forum.parties[party].id : "party \(party.rawValue)"
    }
}

// The same case with other reports, or in another order.
extension ContractCase {
    /// The case on another day, with made-up reports on a few of its commitments.
    func withMadeUpReports(_ seed: UInt64) -> ContractCase {
        var numbers = SeededNumbers(seed: seed)
        var result = self
        result.seed = seed
        result.asOf = numbers.day(1996...2028)
        result.focus = Array(focus.shuffled(using: &numbers).prefix(4)).sorted()
        result.rows = numbers.rows(of: result, count: numbers.number(0...40))
        return result
    }

    /// Without the later of two reports of the same date, so that the order of dates alone decides.
    var withDistinctDates: ContractCase {
        struct Place: Hashable {
            var commitment: CommitmentIndex
            var party: PartyIndex?
            var date: PartialDate
        }
        var seen: Set<Place> = []
        var result = self
        result.rows = rows.filter { row in
            // Reports on organs are read together.
            let party = forum.parties[row.report.party].country == nil ? nil : row.report.party
            return seen.insert(Place(commitment: row.report.commitment, party: party, date: row.report.date)).inserted
        }
        return result
    }

    /// The rows in another order.
    var withShuffledRows: ContractCase {
        var numbers = SeededNumbers(seed: seed &+ 1)
        var result = self
        result.rows = rows.count < 2 ? rows : rows.reversed().shuffled(using: &numbers)
        return result
    }

    /// Parties, memberships, members of groups and addressees in another order; several memberships of one country
    /// stay in theirs, which tells which of them counts on a day that both may mean.
    var withShuffledParties: ContractCase {
        var numbers = SeededNumbers(seed: seed &+ 2)
        var result = self
        let countries = forum.parties.parties.filter { $0.country != nil }
        let organs = forum.parties.parties.filter { $0.country == nil }
        result.forum.parties = PartyTable(countries.shuffled(using: &numbers) + organs)
        let codes = Set(forum.memberships.map(\.country)).sorted().shuffled(using: &numbers)
        result.forum.memberships = codes.flatMap { code in forum.memberships.filter { $0.country == code } }
        for place in forum.groups.indices {
            result.forum.groups[place].members = forum.groups[place].members.shuffled(using: &numbers)
        }
        for place in commitments.indices {
            result.commitments[place].addressees = commitments[place].addressees.shuffled(using: &numbers)
        }
        for place in rows.indices {
            let id = forum.parties[rows[place].report.party].id
            guard let party = result.forum.parties.index(of: id) else {
                preconditionFailure("the same parties in another order have the same ids")
            }
            result.rows[place].report.party = party
        }
        return result
    }

    /// Only the reports that may speak, and the deadlines.
    var withoutLaterReports: ContractCase {
        var result = self
        result.rows = rows.filter { $0.report.dateKind == .deadline || speaks($0.report) }
        return result
    }
}
