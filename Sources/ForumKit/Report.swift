public import FollowUpModel

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
    /// Its texts, read from its file each time they are asked for.
    public var details: ReportDetails { shared.details(index) }
}

/// The texts of one report; those that its file leaves empty are nil or left out.
public struct ReportDetails: Hashable, Sendable {
    /// Gives the texts of a report by its place.
    public typealias Source = @Sendable (ReportIndex) -> ReportDetails

    /// The report's own id.
    public var id: String?
    /// What the source wrote.
    public var wording: String?
    /// The part of the commitment that it is limited to.
    public var scope: String?
    /// The act that it cites, under a name shared by all reports that cite it.
    public var evidence: String?
    /// Where it is read.
    public var sources: [String]
    /// A remark.
    public var note: String?
    /// The values of the forum's own fields, by their names.
    public var fields: [String: String]

    /// Makes texts.
    public init(
        id: String? = nil, wording: String? = nil, scope: String? = nil, evidence: String? = nil,
        sources: [String] = [], note: String? = nil, fields: [String: String] = [:]
    ) {
        self.id = id
        self.wording = wording
        self.scope = scope
        self.evidence = evidence
        self.sources = sources
        self.note = note
        self.fields = fields
    }
}

/// One table that many reports point into: a report is copied often, and so costs one reference instead of a dozen.
final class SharedReports: Sendable {
    let table: ReportTable
    let details: ReportDetails.Source

    init(_ table: ReportTable, _ details: @escaping ReportDetails.Source) {
        self.table = table
        self.details = details
    }
}
