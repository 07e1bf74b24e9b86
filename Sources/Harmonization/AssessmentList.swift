import FollowUpModel
public import ForumKit

/// The assessments of one commitment, in the order of the parties.
///
/// They are kept in few bytes each, with a report named by its place among those of the commitment: while these stay the
/// same the list holds, wherever in its file the report may come to stand.
public struct AssessmentList: RandomAccessCollection, Sendable {
    let content: Content
    var packed: [PackedAssessment] { content.packed }
    private let rules: RuleNames
    /// The rows of the commitment's reports, by party and date.
    private let rows: ArraySlice<UInt32>

    /// What is said of the commitment's parties.
    struct Content: Equatable, Sendable {
        var packed: [PackedAssessment] = []
        /// What few assessments have, by their places: kept apart, so that all others stay small.
        var rest: [Int: Rest] = [:]

        /// What a basis may name besides the report that gave the progress.
        struct Rest: Equatable, Sendable {
            var reports: [PackedAssessment.Report]
            var figure: Figure?
        }
    }

    init(_ content: Content, rules: RuleNames, rows: ArraySlice<UInt32>) {
        self.content = content
        self.rules = rules
        self.rows = rows
    }

    /// The place of the first assessment.
    public var startIndex: Int { 0 }
    /// The place after the last assessment.
    public var endIndex: Int { packed.count }

    /// The assessment at a place.
    public subscript(position: Int) -> Assessment {
        let packed = packed[position]
        let rest = content.rest.isEmpty ? nil : content.rest[position]
        return Assessment(
            party: packed.party, standing: packed.standing, progress: packed.progress, voices: packed.voices,
            isContradicted: packed.isContradicted, isOverdue: packed.isOverdue,
            basis: Basis(
                standingRule: rules[packed.standingRule], progressRule: rules[packed.progressRule],
                report: report(packed.report), otherReports: rest?.reports.compactMap(report) ?? [],
                effect: packed.effect, figure: rest?.figure))
    }

    /// The report that gave the progress, if one did.
    func report(of packed: PackedAssessment) -> ReportIndex? { report(packed.report) }

    /// The report that a place means, if it means one.
    @inline(__always)
    private func report(_ place: PackedAssessment.Report) -> ReportIndex? {
        switch place {
        case .none: nil
        case .own(let place): ReportIndex(Int(rows[rows.startIndex + Int(place)]))
        case .other(let row): ReportIndex(Int(row))
        }
    }

    /// The place of a party's assessment; nil when the commitment doesn't address it.
    ///
    /// Each party is there at most once, so its number is the farthest place at which it can stand, and it stands there
    /// where all before it are addressed too.
    func place(of party: PartyIndex) -> Int? {
        var (low, high) = (0, Swift.min(packed.count, Int(party.rawValue) + 1))
        guard high > 0 else { return nil }
        if packed[high - 1].party == party { return high - 1 }
        while low < high {
            let middle = (low + high) / 2
            if packed[middle].party < party { low = middle + 1 } else { high = middle }
        }
        return low < packed.count && packed[low].party == party ? low : nil
    }
}

extension AssessmentList.Content {
    /// Packs the assessments of a commitment.
    init(
        _ assessments: [Assessment], rules: inout RuleNames, of commitment: CommitmentIndex, in reports: ReportTable,
        _ grouping: ReportGrouping
    ) {
        packed = assessments.map { PackedAssessment($0, rules: &rules, of: commitment, in: reports, grouping) }
        for (place, assessment) in assessments.enumerated() {
            let basis = assessment.basis
            guard !basis.otherReports.isEmpty || basis.figure != nil else { continue }
            let others = basis.otherReports.map {
                PackedAssessment.place(of: $0, assessment.party, grouping, commitment)
            }
            rest[place] = Rest(reports: others, figure: basis.figure)
        }
    }
}

/// An assessment without anything that costs memory of its own.
struct PackedAssessment: Hashable, Sendable {
    /// Which report gave the progress.
    enum Report: Hashable, Sendable {
        /// No report did.
        case none
        /// The report at a place among those of the commitment.
        case own(UInt32)
        /// The report in a row of the table; it speaks of another commitment.
        case other(UInt32)
    }

    var party: PartyIndex
    var standing: Standing
    var progress: Progress
    var isContradicted: Bool
    var isOverdue: Bool
    private var lowest: Int16
    private var highest: Int16
    var standingRule: UInt16
    var progressRule: UInt16
    var report: Report
    var effect: LegalDate?
    /// The date of that report; nil when none gave the progress.
    var date: PartialDate?
    /// Whether that report tells an act, which holds until another act, and not only a state seen on a day.
    var isDurable = false
    /// Whether that report names the evidence that it cites.
    var citesEvidence = false
    /// Whose word that report is, and how far it can be relied on.
    var witness: Contribution.Witness?

    /// The lowest and highest rank that any voice gives; nil when none gives a level.
    var voices: ClosedRange<Int>? { lowest <= highest ? Int(lowest)...Int(highest) : nil }

    fileprivate init(
        _ assessment: Assessment, rules: inout RuleNames, of commitment: CommitmentIndex, in reports: ReportTable,
        _ grouping: ReportGrouping
    ) {
        party = assessment.party
        standing = assessment.standing
        progress = assessment.progress
        isContradicted = assessment.isContradicted
        isOverdue = assessment.isOverdue
        lowest = Int16(clamping: assessment.voices?.lowerBound ?? 1)
        highest = Int16(clamping: assessment.voices?.upperBound ?? 0)
        standingRule = rules.number(of: assessment.basis.standingRule)
        progressRule = rules.number(of: assessment.basis.progressRule)
        effect = assessment.basis.effect
        report = .none
        if let report = assessment.basis.report {
            self.report = Self.place(of: report, assessment.party, grouping, commitment)
            date = reports.dates[Int(report.rawValue)]
            let marks = reports.marks[Int(report.rawValue)]
            isDurable = marks.dateKind.isDurable
            witness = Contribution.Witness(voice: marks.voice, confidence: marks.confidence)
            citesEvidence = reports.evidenceNumber(of: report) != 0
        }
    }

    /// Finds a report among those of the commitment: first among the party's own, newest first, as it is nearly always.
    fileprivate static func place(
        of report: ReportIndex, _ party: PartyIndex, _ reports: ReportGrouping, _ commitment: CommitmentIndex
    ) -> Report {
        let (row, places) = (report.rawValue, reports.places(of: commitment))
        let found =
            reports.places(of: commitment, party: party).last { reports.order[$0] == row }
            ?? places.first { reports.order[$0] == row }
        return found.map { .own(UInt32($0 - places.lowerBound)) } ?? .other(row)
    }
}

/// The rules that a forum's assessments go by, each kept once.
struct RuleNames: Sendable {
    private var rules: [RuleID] = []

    subscript(number: UInt16) -> RuleID { rules[Int(number)] }

    /// The number of a rule; there are few, and the last ones asked for are asked for again.
    mutating func number(of rule: RuleID) -> UInt16 {
        if let known = rules.firstIndex(of: rule) { return UInt16(known) }
        rules.append(rule)
        return UInt16(rules.count - 1)
    }
}
