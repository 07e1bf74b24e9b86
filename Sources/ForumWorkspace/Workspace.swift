public import Diagnostics
public import FollowUpModel
public import ForumKit
public import Localization
import SystemIO

/// Tells whether something is still what it was: values that carry the same revision come from the same reading.
public final class Revision: Sendable, Equatable {
    init() {}

    /// Whether both are one and the same.
    public static func == (left: Revision, right: Revision) -> Bool { left === right }
}

/// On which commitments other reports stand than in an earlier reading of the same forum, by the same rules.
public struct ReportChange: Sendable {
    /// The earlier reading.
    public let since: Revision
    /// The commitments; all other reports say the same as before, in the same order.
    public let commitments: Set<CommitmentIndex>
    /// The rows that were replaced and the number of those in their place, where they stood one after the other.
    let rows: (replaced: Range<Int>, count: Int)?
}

/// A folder of forums, read and checked: definitions, commitments, reports, and everything that is wrong with them.
public struct Workspace: Sendable {
    /// All files that were read.
    public var sources: SourceMap
    /// The languages that there are texts in.
    public var languages: LanguageSet
    /// What workspace.yaml declares.
    public var settings: WorkspaceSettings
    /// The reference taxonomy.
    public var framework: Framework
    /// Countries and regions.
    public var countries: CountryTable
    /// The forums, in the order of their folders' names; one whose forum.yaml can't be read is not among them.
    public var forums: [LoadedForum]
    /// Those of which nothing can be read.
    public var unread: [UnreadForum]
    /// Everything that is wrong, in stable order.
    public var diagnostics: [Diagnostic]
    /// The reading of the settings, the framework and the countries.
    public let foundations: Revision

    /// The countries that the picture shows, in the order of their codes.
    public var region: [CountryIndex] { countries.members(ofGroup: settings.region) }

    /// The forum with this id, or nil.
    public func forum(_ id: String) -> LoadedForum? { forums.first { $0.definition.id == id } }
}

/// One forum of a workspace with its commitments and reports.
public struct LoadedForum: Sendable {
    /// What forum.yaml says.
    public var definition: ForumDefinition
    /// The module that reads it.
    public var module: any ForumModule
    /// The module's description of itself.
    public var metadata: ModuleMetadata
    /// The module's options, as forum.yaml gives them and with their defaults.
    public var options: OptionValues
    /// The commitments, in the order of the file.
    public var commitments: [Commitment]
    /// The reports that could be read.
    public let reports: ReportTable
    /// The same reports by commitment and party, oldest first.
    public let grouping: ReportGrouping
    /// The report files, in the order in which the table counts them.
    public var reportFiles: [ReportFile]
    /// The number of report rows that could not be read.
    public var rejected: Int
    /// Why its commitments or some of its files can't be read, so that nothing of it counts; nil where all can.
    public var problem: Diagnostic?
    /// The reading of all of the forum's files.
    public let revision = Revision()
    /// The reading of the definition and the commitments, whatever the reports are.
    public let rules: Revision
    /// What is different from an earlier reading, where it is known.
    public let change: ReportChange?
    private let commitmentById: [String: CommitmentIndex]

    /// Makes the forum of its rules and its reports; `old` is the reading from which the change counts.
    init(rules: ForumRules, reports: ForumReports, change: ReportChange? = nil, from old: LoadedForum? = nil) {
        self.change = change
        self.rules = rules.revision
        definition = rules.definition
        module = rules.module
        metadata = rules.metadata
        options = rules.options
        commitments = rules.commitments?.commitments ?? []
        self.reports = reports.table
        reportFiles = reports.files
        rejected = reports.rejected
        problem = rules.problem
        if let rows = change?.rows, let old {
            grouping = ReportGrouping(
                reports.table, replacing: rows.replaced, of: old.reports, by: rows.count, in: old.grouping)
        } else {
            grouping = ReportGrouping(
                reports.table, commitmentCount: commitments.count, partyCount: definition.parties.parties.count)
        }
        commitmentById = rules.indexById
    }

    /// The place of a commitment by its id, or nil.
    public func index(ofCommitment id: String) -> CommitmentIndex? { commitmentById[id] }

    /// A commitment by its place.
    public subscript(index: CommitmentIndex) -> Commitment {
        // Lent, not copied: a commitment has many parts, and most who ask want one of them.
        _read { yield commitments[Int(index.rawValue)] }
    }

    /// The texts and the place of a report's row.
    public func texts(of report: ReportIndex) -> ReportTexts {
        let place = reports.place(of: report)
        return ReportTexts(of: reportFiles[place.file], at: place.offset)
    }
}

/// The texts of one report, as they stand in its file; where they stand is worked out when somebody asks.
public struct ReportTexts: Sendable {
    private let file: ReportFile
    private let fields: [CSVField]

    /// Reads the record that begins at a byte of a file.
    init(of file: ReportFile, at offset: Int) {
        (self.file, fields) = (file, file.record(at: offset).fields)
    }

    /// Where the row stands.
    public var range: SourceRange { file.range(fields[0].start..<fields[fields.count - 1].end) }

    /// Where a column's field stands, or the row when the file doesn't have the column.
    public func range(of column: ReportColumn) -> SourceRange {
        guard let place = file.header.place(of: column), fields.indices.contains(place) else { return range }
        return file.range(fields[place].bytes)
    }

    /// The text of a column; nil when the file doesn't have it or it is empty.
    public subscript(column: ReportColumn) -> String? { self[column.rawValue] }

    /// The text of a column by its name, also of the forum's own; nil when there is none or it is empty.
    public subscript(name: String) -> String? {
        guard let place = file.header.names.firstIndex(of: name), fields.indices.contains(place),
            fields[place].count > 0
        else { return nil }
        let text = fields[place].text(in: file.bytes.view)
        return file.header.kinds[place].flatMap { SpreadsheetValue.plain(text, $0) } ?? text
    }

    /// The texts of all columns by their names, without empty ones.
    public var byColumn: [String: String] {
        Dictionary(
            file.header.names.compactMap { name in self[name].map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether another report says the same in each column but the id.
    func saysTheSame(as other: ReportTexts) -> Bool {
        var (mine, theirs) = (byColumn, other.byColumn)
        (mine["id"], theirs["id"]) = (nil, nil)
        return mine == theirs
    }

    /// The sources, taken apart.
    public var sources: [String] { (self[.sources] ?? "").sourcesApart }
}

extension String {
    /// The sources that stand in one cell.
    ///
    /// A line end and ` | ` part them, and so do a bar and a semicolon before a link; elsewhere both belong to the text.
    fileprivate var sourcesApart: [String] {
        let bytes = Array(utf8)
        var parts: [String] = []
        var start = 0
        func take(to end: Int) {
            let part = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpaces()
            if !part.isEmpty { parts.append(part) }
        }
        for place in bytes.indices where "|;\n\r".utf8.contains(bytes[place]) {
            let next = bytes[(place + 1)...].drop { $0 == 0x20 }
            let opensLink = next.starts(with: "https://".utf8) || next.starts(with: "http://".utf8)
            let isApart = place > start && bytes[place - 1] == 0x20 && next.startIndex > place + 1
            guard bytes[place] < 0x20 || opensLink || isApart && bytes[place] == UInt8(ascii: "|") else { continue }
            take(to: place)
            start = place + 1
        }
        take(to: bytes.count)
        return parts
    }
}
