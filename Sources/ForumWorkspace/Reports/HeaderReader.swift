import Diagnostics
import FollowUpModel
import LocatedYAML
import SystemIO

/// Reads the row of a report file that names the columns, also where a person or a spreadsheet has written it in
/// another way.
struct HeaderReader {
    /// The most columns that a file may have.
    private static let mostColumns = 500

    private let file: ReportFile
    private let ownFields: [FieldDefinition]
    private let known: [String]
    private(set) var diagnostics: [Diagnostic] = []
    private var scanner: CSVScanner

    /// Gets ready to read a file's header.
    init(_ file: ReportFile, ownFields: [FieldDefinition]) {
        (self.file, self.ownFields) = (file, ownFields)
        known = ReportColumn.allCases.map(\.rawValue) + ownFields.map(\.name)
        scanner = CSVScanner(file.bytes.view, delimiter: 0, offset: 0)
    }

    /// The header; nil, with diagnostics, when rows can't be read by it.
    mutating func read() -> ReportHeader? {
        let bytes = file.bytes.view
        if let encoding = CharacterCheck.wideEncoding(bytes) {
            diagnostics.append(.wrongEncoding(file.file, encoding))
            return nil
        }
        let start = TableStart(of: bytes)
        if !start.isCertain,
            let kind = Self.otherKinds.first(where: { bytes[start.first...].starts(with: $0.start) })?.name
        {
            let message = "the file is named .csv, and its content is \(kind)"
            return refuse(.notRead, message, help: "save its table as CSV (UTF-8)")
        }
        scanner = CSVScanner(bytes, delimiter: start.delimiter, offset: start.header)
        guard scanner.next(), !scanner.isBlank else {
            let isEnd = scanner.offset == file.bytes.count
            let message = isEnd ? "the file is empty; its first row" : "the first row is empty; it"
            return refuse(.missingColumn, message + " must name the columns", help: Self.example)
        }
        guard bytes.part(start.header..<scanner.offset).isValidUTF8 else {
            let message = "the row that names the columns is not UTF-8 but in an older encoding, \(Self.oldEncodings)"
            return refuse(.wrongEncoding, message, help: "save the file again as CSV UTF-8")
        }
        switch scanner.fault {
        case .unclosedQuote(let place), .strayQuote(let place):
            let message = "the first row has a quote that is never closed or stands inside a name"
            return refuse(.brokenQuote, message, at: file.range(place..<place + 1))
        case nil: break
        }
        guard scanner.fields.count <= Self.mostColumns else {
            return refuse(.unknownColumn, "the first row names more than \(Self.mostColumns) columns")
        }
        guard mayPassOver(from: start) else { return nil }
        if file.bytes.isTranslated {
            diagnostics.append(
                .warning(
                    .wrongEncoding, at: .wholeFile(file.file),
                    "the file is UTF-16; it is read, but other programs may not read it",
                    help: "save it as CSV UTF-8"))
        }
        guard let names = names(areCertain: start.isCertain) else { return nil }
        return ReportHeader(
            names: names, width: scanner.fields.count, kinds: kinds(names), delimiter: scanner.delimiter,
            firstRecord: scanner.offset)
    }

    /// What a legacy encoding is called where people choose one.
    static let oldEncodings = "such as Windows-1252 (Latin-1)"
    private static let example = "begin with: commitment,party,status,date,sources"
    /// What other files begin with that get the name of a CSV file.
    private static let otherKinds: [(start: [UInt8], name: String)] = [
        ([0x50, 0x4B, 3, 4], "that of a workbook or a packed file"), ([0xD0, 0xCF, 0x11, 0xE0], "that of a workbook"),
        ([0x1F, 0x8B], "packed"), (Array("%PDF".utf8), "PDF"), (Array("<".utf8), "HTML or XML"),
        (Array("{".utf8), "JSON"), (Array("[".utf8), "JSON"),
    ]

    @discardableResult
    private mutating func refuse(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil, help: String? = nil
    ) -> ReportHeader? {
        diagnostics.append(.error(code, at: range ?? .wholeFile(file.file), message, help: help))
        return nil
    }

    /// Whether what stands above the header can't be a report; it is said that it isn't read.
    private mutating func mayPassOver(from start: TableStart) -> Bool {
        var above = CSVScanner(file.bytes.view, delimiter: start.delimiter, offset: start.first)
        var rows: [SourceRange] = []
        while above.offset < start.header, case let place = above.offset, above.next() {
            guard !above.isBlank, let last = above.fields.last else { continue }
            rows.append(file.range(place..<last.end))
            // Whoever reports fills at least the columns that are needed.
            guard above.fields.count(where: { $0.count > 0 }) >= ReportColumn.required.count else { continue }
            let message = "this row may be a report, and stands above the row that names the columns"
            refuse(.rowsAboveHeader, message, at: rows.last, help: "move the row with the names to the top")
            return false
        }
        guard let first = rows.first else { return true }
        let message =
            rows.count == 1
            ? "this row above the names of the columns is not read"
            : "\(rows.count) rows above the names of the columns are not read; this is the first"
        diagnostics.append(.warning(.rowsAboveHeader, at: first, message))
        return true
    }

    /// A column under another name than its own.
    private typealias Renamed = (place: Int, name: String, meant: String)

    /// The names of the columns, without those at the end that have none; nil when rows can't be read by them.
    private mutating func names(areCertain: Bool) -> [String]? {
        let fields = scanner.fields
        let written = fields.map { scanner.text($0).trimmingSpaces() }
        var names = written
        var respelt: [Renamed] = []
        var translated: [Renamed] = []
        var unknown: [Int] = []
        for (place, name) in written.enumerated() where !isKnown(name) {
            func isFree(_ meant: String) -> Bool {
                !written.contains(meant) && !translated.contains { $0.meant == meant }
            }
            if let meant = known.first(where: { $0.lettersAlone == name.lettersAlone }), isFree(meant) {
                respelt.append((place, name, meant))
                names[place] = meant
            } else if let meant = ReportColumn(inOtherWords: name)?.rawValue, isFree(meant) {
                translated.append((place, name, meant))
            } else {
                unknown.append(place)
            }
        }
        let free = known.filter { name in !names.contains(name) && !translated.contains { $0.meant == name } }
        let near = unknown.compactMap { written[$0].nearest(in: free) }
        let needed = ReportColumn.required.map(\.rawValue)
        if !areCertain, near.isEmpty, !written.contains(where: needed.contains) {
            let message = "the first row does not name the columns \(needed.joined(separator: ", "))"
            refuse(.missingColumn, message, help: Self.example)
            return nil
        }
        tell(respelt, translated)
        for place in unknown {
            diagnostics.append(
                .unknown(
                    .unknownColumn, written[place], at: file.range(fields[place].bytes),
                    "no column is called '\(written[place])'", known: free,
                    help: "declare it in forum.yaml under fields: report:, or remove the column"))
        }
        let isUsable = hasEachOnce(names) && hasNeeded(names, meant: Set(near + translated.map(\.meant)))
        while names.last?.isEmpty == true { names.removeLast() }
        return isUsable ? names : nil
    }

    private func isKnown(_ name: String) -> Bool {
        name.isEmpty || known.contains(name) || name == ReportColumn.forum || ReportColumn.derived.contains(name)
    }

    /// Says once which columns are spelt otherwise, and which ones are named in other words.
    private mutating func tell(_ respelt: [Renamed], _ translated: [Renamed]) {
        func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
        func fix(_ columns: [Renamed]) -> FixIt {
            let edits = columns.map { column in
                let field = scanner.fields[column.place]
                return TextEdit(
                    range: file.range(field.bytes), replacement: scanner.written(column.meant, inPlaceOf: field))
            }
            return FixIt(columns.count == 1 ? "replace with '\(columns[0].meant)'" : "name them so", edits: edits)
        }
        if translated.isEmpty, let first = respelt.first {
            let noun = respelt.count == 1 ? "column is" : "columns are"
            diagnostics.append(
                .warning(
                    .columnSpelling, at: file.range(scanner.fields[first.place].bytes),
                    "the \(noun) called \(list(respelt.map(\.meant))), not \(list(respelt.map(\.name)))",
                    fixIts: [fix(respelt)]))
        } else if !translated.isEmpty {
            let all = (respelt + translated).sorted { $0.place < $1.place }
            let pairs = all.map { "'\($0.meant)' for '\($0.name)'" }.joined(separator: ", ")
            diagnostics.append(
                .error(
                    .unknownColumn, at: file.range(scanner.fields[all[0].place].bytes),
                    "the columns have names of their own here; did you mean \(pairs)?", fixIts: [fix(all)]))
        }
    }

    private mutating func hasEachOnce(_ names: [String]) -> Bool {
        let before = diagnostics.count
        for (place, name) in names.enumerated() where !name.isEmpty {
            guard isKnown(name), let first = names.firstIndex(of: name), first < place else { continue }
            let ranges = [place, first].map { file.range(scanner.fields[$0].bytes) }
            diagnostics.append(
                .twice(.duplicateColumn, at: ranges[0], "the column '\(name)' comes twice", first: ranges[1]))
        }
        return diagnostics.count == before
    }

    private mutating func hasNeeded(_ names: [String], meant: Set<String>) -> Bool {
        let needed = ReportColumn.required.map(\.rawValue) + ownFields.filter(\.isRequired).map(\.name)
        let missing = needed.filter { !names.contains($0) }
        // One problem, one message: a column that was misspelt is not missing too.
        let unsaid = missing.filter { !meant.contains($0) }.map { "'\($0)'" }
        if !unsaid.isEmpty {
            let noun = unsaid.count == 1 ? "column" : "columns"
            refuse(.missingColumn, "the first row lacks the \(noun) \(unsaid.joined(separator: ", "))")
        }
        return missing.isEmpty
    }

    /// The types of the forum's own columns that spreadsheets may write in other ways, by their places.
    private func kinds(_ names: [String]) -> [Int: FieldDefinition.Kind] {
        let typed = ownFields.filter { $0.values.isEmpty && [.boolean, .integer, .decimal, .date].contains($0.kind) }
        return Dictionary(
            typed.compactMap { field in names.firstIndex(of: field.name).map { ($0, field.kind) } },
            uniquingKeysWith: { first, _ in first })
    }
}
