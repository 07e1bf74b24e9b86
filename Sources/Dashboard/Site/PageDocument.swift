import Diagnostics
package import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization
import Localization
package import Records
import SystemIO

extension PageKind {
    /// Whether what the page tells can be had as records too, as its `.json`.
    package var hasDocument: Bool {
        switch self {
        case .method, .search, .problems, .api, .failure: false
        default: true
        }
    }
}

/// What a page tells, as records: gathered once, and written in any language.
package struct PageDocument {
    private let address: PageAddress
    private let source: RecordSource
    private let parts: [DocumentPart]

    fileprivate init(_ address: PageAddress, _ source: RecordSource, _ parts: [DocumentPart]) {
        (self.address, self.source, self.parts) = (address, source, parts)
    }

    /// The page as JSON, in UTF-8; with the names of all other documents, and texts in one language.
    package func bytes(in language: Language) -> [UInt8] {
        var writer = RecordWriter(RecordLayout(of: source.snapshot.workspace, language: language))
        writer.beginRecord()
        PageHead.schema.writeFields(of: PageHead(address: address, language: language, source: source), to: &writer)
        for part in parts {
            writer.write(name: part.name)
            part.write(&writer)
        }
        writer.endRecord()
        return writer.bytes
    }
}

extension PageData {
    /// What the page at an address tells; nil for a page without a document and where the picture doesn't have what the
    /// address names.
    package func document(of address: PageAddress) -> PageDocument? {
        let source = RecordSource(snapshot, paths: .belowWorkspace)
        guard address.kind.hasDocument else { return nil }
        return parts(of: address, source).map { PageDocument(address, source, $0) }
    }

    /// What a page tells of; nil where the picture doesn't have what the address names.
    private func parts(of address: PageAddress, _ source: RecordSource) -> [DocumentPart]? {
        let framework = snapshot.workspace.framework
        let names = address.names
        switch address.kind {
        case .overview: return [DocumentPart("overview", self)]
        case .matrix:
            let (measure, forum) = (address.measure, address.forum)
            let layer = forum.flatMap(layer)
            let whole = measure.flatMap { framework.target($0) }
            guard (layer == nil) == (forum == nil), (whole == nil) == (measure == nil) else { return nil }
            let shown = layer.map { RecordSource($0, paths: .belowWorkspace) } ?? source
            let targets = self.targets.filter { target in
                guard shown.snapshot.alignedCount(target) > 0 else { return false }
                guard let whole else { return layer != nil || framework[target].line == nil }
                return framework.measure(of: target).id == framework[whole].id
            }
            return [DocumentPart("cells", targets.flatMap { cells($0, shown, ofForum: forum) })]
        case .measures:
            let targets = framework.measures.compactMap { framework.target($0.id) }
            return [DocumentPart("measures", targets.map { record(ofMeasure: $0, source) })]
        case .measure:
            guard let target = framework.target(names[0]), framework[target].line == nil else { return nil }
            return [
                DocumentPart(
                    "measure", MeasureDocument(source, target, coverage(ofMeasure: target), snapshot.countries))
            ]
        case .countries: return [DocumentPart("countries", snapshot.countries.map { record(of: $0, source) })]
        case .country:
            guard let country = country(names[0]) else { return nil }
            return [
                DocumentPart("country", record(of: country, source)),
                DocumentPart("cells", cells(of: country, source)),
                DocumentPart("obligations", openObligations(of: country)) { ObligationRecord(source, $0) },
                DocumentPart("divergences", differing(about: country)) { DivergenceRecord(source, $0) },
            ]
        case .forums: return [DocumentPart("forums", snapshot.forums.indices.map { record(ofForumAt: $0, source) })]
        case .forum:
            guard let place = place(ofForum: names[0]) else { return nil }
            let forum = snapshot.forums[place].forum
            return [
                DocumentPart("forum", ForumDocument(source, record(ofForumAt: place, source), of: forum)),
                DocumentPart("commitments", forum.commitments) { CommitmentRecord(source, forum: names[0], $0) },
            ]
        case .cell:
            return explanation(names[0], names[1], most: PageLimits.contributions).map {
                [DocumentPart("explanation", ExplanationRecord(source, $0))]
            }
        case .divergences: return [DocumentPart("divergences", differing) { DivergenceRecord(source, $0) }]
        case .gaps:
            let gaps = snapshot.gaps(among: snapshot.targets(ofMeasure: nil), countries: snapshot.countries)
            return [DocumentPart("gaps", GapRecord.all(gaps, of: source)) { $0 }]
        case .due:
            return [
                DocumentPart("obligations", owing.items.lazy.filter(\.obligation.state.isOpen)) {
                    ObligationRecord(source, $0)
                }
            ]
        case .changes:
            return earlier(of: address).map { earlier in
                [
                    DocumentPart("changes", moved(since: earlier)) { moved in
                        ChangeRecord(source, moved, by: snapshot.reports(that: moved, since: earlier.asOf.latest))
                    }
                ]
            }
        case .method, .search, .problems, .api, .failure: return nil
        }
    }
}

/// Some records of a page under a name.
private struct DocumentPart {
    let name: String
    let write: (inout RecordWriter) -> Void

    init(_ name: String, _ value: some FieldValue) {
        self.name = name
        write = { writer in value.write(to: &writer) }
    }

    /// As many records as a page's document holds, and whether these are all.
    init<Thing, Row: Record>(_ name: String, _ things: some Sequence<Thing>, _ record: (Thing) -> Row) {
        var records = things.prefix(PageLimits.records + 1).map(record)
        let isWhole = records.count <= PageLimits.records
        if !isWhole { records.removeLast() }
        let listed = records
        self.name = name
        write = { writer in
            listed.write(to: &writer)
            writer.write(name: name + "-complete")
            isWhole.write(to: &writer)
        }
    }
}

/// What stands before the records of a page.
private struct PageHead: Record {
    let address: PageAddress
    let language: Language
    let source: RecordSource

    static let schema = RecordSchema<PageHead>("page-head", "What stands before the records of a page.") {
        Field("page", "The path of the page below the folder of its language.") { $0.address.path }
        Field("language", "The language of all texts.") { $0.language.code }
        openingFields { $0.source }
        closingFields { $0.source }
    }
}

extension PageData {
    /// What is known of a country, as a record.
    package func record(of country: CountryIndex, _ source: RecordSource) -> CountryRecord {
        CountryRecord(source, country, targets, owed: place(of: country).map { owing.ofCountries[$0].counts } ?? [:])
    }

    /// What is known of a measure, as a record.
    package func record(ofMeasure target: TargetIndex, _ source: RecordSource) -> MeasureRecord {
        MeasureRecord(source, target, coverage(ofMeasure: target), snapshot.countries)
    }

    /// What is known of the forum at a place of the picture, as a record.
    package func record(ofForumAt place: Int, _ source: RecordSource) -> ForumRecord {
        ForumRecord(source, snapshot.forums[place], tallies[place], owing.ofForums[place].counts)
    }

    /// How much is known of a measure and its lines.
    package func coverage(ofMeasure target: TargetIndex) -> Coverage {
        let framework = snapshot.workspace.framework
        let parts = [target] + framework.measure(of: target).lines.compactMap { framework.target($0.id) }
        return snapshot.coverage(of: parts.filter { snapshot.alignedCount($0) > 0 }, countries: snapshot.countries)
    }
}

extension HistoryPoint: Record {
    package static let schema = RecordSchema<HistoryPoint>("history-point", "What was known on a day.") {
        Field("as-of", "The day.") { $0.asOf }
        Field("addressed", "In how many cells some commitment asked the country.", unit: "cells") {
            $0.coverage.addressed
        }
        Field("known", "How many cells had a level.", unit: "cells") { $0.coverage.withProgress }
    }
}

/// The picture in a few numbers.
extension PageData: Record {
    private var tally: Tally {
        history.last?.tally ?? Tally(levelCount: snapshot.workspace.settings.scale.levels.count)
    }

    package static let schema = RecordSchema<PageData>("overview", "The picture in a few numbers.") {
        Field("name", "The name of the workspace.") { $0.snapshot.workspace.settings.name }
        Field("framework", "The framework that all is aligned to.") { $0.snapshot.workspace.framework.id }
        Field("country-count", "How many countries it shows.", unit: "countries") { $0.snapshot.countries.count }
        Field("forum-count", "How many forums it has.", unit: "forums") { $0.snapshot.forums.count }
        Field("measure-count", "How many measures have an alignment.", unit: "measures") { $0.measures.count }
        Field("commitment-count", "How many commitments it has.", unit: "commitments") { row in
            row.snapshot.forums.reduce(0) { $0 + $1.forum.commitments.count }
        }
        Field("report-count", "How many reports it has.", unit: "reports") { row in
            row.snapshot.forums.reduce(0) { $0 + $1.forum.reports.count }
        }
        Field("rejected", "How many rows of reports could not be read.", unit: "rows") { $0.snapshot.rejected }
        Field("overdue", "How much that is owed is overdue.", unit: "obligations") {
            $0.owing.counts[.missed] ?? 0
        }
        Field("coverage", "How much is known.") { $0.coverage }
        countFields("cells", unit: "cells") { ($0.tally, $0.snapshot.workspace.settings.scale) }
        Field("history", "What was known year by year, the oldest first.") { $0.history }
    }
}

/// A table of the picture's data to take away, in no language: the same records as those of the API.
package enum DataTable: String, Hashable, Sendable, CaseIterable {
    /// Every cell of measures and lines that a commitment is aligned to.
    case cells
    /// What each module says of each commitment and party.
    case assessments
    /// Every report.
    case reports
    /// What every party owes, and what it has submitted.
    case obligations
    /// Every commitment.
    case commitments
    /// What each commitment is aligned to.
    case crosswalk

    /// The table in some forms, in their order.
    package func files(of picture: PageData, in forms: [TableFormat]) -> [[UInt8]] {
        var files = forms.map { _ in [UInt8]() }
        write(picture, in: forms) { pieces in
            for place in files.indices { files[place] += pieces[place] }
        }
        return files
    }

    /// Hands the table over piece by piece, each in all forms that are asked for: the cells by measure and line, all else
    /// by forum.
    func write<Failure>(
        _ picture: PageData, in forms: [TableFormat], to take: ([[UInt8]]) throws(Failure) -> Void
    ) throws(Failure) {
        let snapshot = picture.snapshot
        let source = RecordSource(snapshot, paths: .belowWorkspace)
        let layout = RecordLayout(of: snapshot.workspace)
        let forums = snapshot.forums
        func each<Rows: Sequence & SendableMetatype>(
            _ pieces: Int, _ rows: @Sendable (Int) -> Rows
        ) throws(Failure) where Rows.Element: Record {
            try RecordTable<Rows.Element>(layout).write(pieces, in: forms, to: take) { piece, table in
                for row in rows(piece) { table.add(row) }
            }
        }
        switch self {
        case .cells: try each(picture.targets.count) { picture.cells(picture.targets[$0], source) }
        case .assessments: try each(forums.count) { source.assessments(of: forums[$0]) }
        case .reports:
            try each(forums.count) { piece in
                (0..<forums[piece].forum.reports.count).lazy.map {
                    ReportRecord(source, forums[piece], ReportIndex($0))
                }
            }
        case .obligations:
            try each(forums.count) {
                picture.owing.items(of: picture.owing.ofForums[$0]).map { ObligationRecord(source, $0) }
            }
        case .commitments: try each(forums.count) { source.commitments(of: forums[$0].forum) }
        case .crosswalk: try each(forums.count) { source.alignments(of: forums[$0].forum) }
        }
    }
}

extension PageData {
    /// The cells of a measure or line, those of all countries in their order, then those of forums as a whole.
    ///
    /// - Parameter forum: the id of the forum of the picture that speaks alone; nil for all.
    package func cells(_ target: TargetIndex, _ source: RecordSource, ofForum forum: String? = nil) -> [CellRecord] {
        let shown = forum.flatMap(layer) ?? snapshot
        return zip(shown.countries, zip(shown.row(target), witnesses(target, ofForum: forum))).map { country, said in
            CellRecord(source, target, .country(country), said.0, said.1)
        } + (forum == nil ? source : RecordSource(shown, paths: .belowWorkspace)).jointCells(target)
    }

    /// The cells of a country, those of all measures and lines in their order.
    private func cells(of country: CountryIndex, _ source: RecordSource) -> [CellRecord] {
        targets.map { target in
            let witnesses = place(of: country).map { self.witnesses(target)[$0] } ?? Witnesses()
            return CellRecord(source, target, .country(country), snapshot[target, country], witnesses)
        }
    }
}
