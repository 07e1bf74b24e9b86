@testable import ForumWorkspace

/// A report file that a test writes from what its rows shall say, with what a person would expect to be found in it.
///
/// Nothing here asks the reader: places are counted while the text is written, and each value knows its own fault.
struct WrittenReports {
    /// A value of a column, and the code of what is wrong with it.
    struct Value {
        var text: String
        var code: String?
        /// Whether the row counts all the same.
        var isWarning = false
    }

    /// A row that counts, as its texts by column and the places of its fields.
    struct Row: Equatable {
        var texts: [String: String]
        var places: [String: String]
    }

    /// How the file is written.
    struct Style {
        var columns: [String]
        var delimiter: Character
        var lineEnd: String
        var hasMark: Bool
        var endsWithLineEnd: Bool
    }

    /// The file's content.
    private(set) var text = ""
    /// What is wrong, each as its code and place.
    private(set) var faults: [String] = []
    /// The rows that count, in order.
    private(set) var rows: [Row] = []
    /// The number of rows that don't.
    private(set) var rejected = 0
    private let style: Style
    private var (line, column) = (1, 1)

    init(_ style: Style) {
        self.style = style
        if style.hasMark { text.unicodeScalars.append("\u{FEFF}") }
        for (place, name) in style.columns.enumerated() {
            if place > 0 { write(String(style.delimiter)) }
            write(name)
        }
        write(style.lineEnd)
    }

    /// Every value that a column may hold here: sound ones and, with their codes, unsound ones.
    static let values: [String: (sound: [String], wrong: [Value])] = [
        "commitment": (
            ["A-1", "A-2"], [Value(text: "A-9", code: "unknown-commitment"), Value(text: "", code: "empty-field")]
        ),
        "party": (
            ["ARG", "BOL", "CHL", "secretariat"],
            [
                Value(text: "PER", code: "unknown-party"), Value(text: "Nadie 🐦", code: "unknown-party"),
                Value(text: "", code: "empty-field"),
            ]
        ),
        "status": (
            ["cumplida", "en trámite", "in_process", "under way", "em andamento", "retroceso", "adoptada"],
            [
                Value(text: "sin, par", code: "unknown-status"), Value(text: "", code: "empty-field"),
                Value(text: "EN TRAMITE", code: "status-spelling", isWarning: true),
            ]
        ),
        "date": (
            ["2020", "2020-02", "2020-02-29", "0001-01-01", "9999"],
            [
                Value(text: "2021-02-29", code: "bad-date"), Value(text: "29/02/2020", code: "bad-date"),
                Value(text: "2020-13", code: "bad-date"), Value(text: "", code: "empty-field"),
            ]
        ),
        "date-kind": (["", "event", "as-of", "since", "deadline"], [Value(text: "ever", code: "unknown-value")]),
        "voice": (
            ["", "government", "secretariat", "review-body", "civil-society", "computed", "unstated"],
            [Value(text: "press", code: "unknown-value")]
        ),
        "given-by": (["", "source", "compiler"], [Value(text: "both", code: "unknown-value")]),
        "confidence": (
            ["", "high", "medium", "low", "proposed", "unknown"], [Value(text: "High!", code: "unknown-value")]
        ),
        "wording": (["", "said \"so\"", "a, b; c", "Perú\n🐦\n"], []), "scope": (["", "women", "\"\""], []),
        "evidence": (["", "LEY 1", "LEY, 2", "LEY 1"], []), "sources": (["", "https://a.example | acta; 2"], []),
        "note": (["", "made up", "two\n\nlines", "\"", ",", " spaced "], []),
    ]

    /// Writes a row of such values; the id comes twice where `isTaken` says so.
    ///
    /// - Returns: whether it counts.
    @discardableResult
    mutating func add(_ values: [Value], quoting: [Bool], isTaken: (String) -> Bool) -> Bool {
        guard values.contains(where: { !$0.text.isEmpty }) else {
            writeBlank(values.count)
            return false
        }
        var found: [(code: String, place: String)] = []
        var counts = true
        var row = Row(texts: [:], places: [:])
        for (place, value) in values.enumerated() {
            if place > 0 { write(String(style.delimiter)) }
            let range = writeField(value.text, isQuoted: quoting[place])
            let name = style.columns[place]
            row.texts[name] = value.text
            row.places[name] = range
            guard let code = value.code else { continue }
            found.append((code, range))
            counts = counts && value.isWarning
        }
        let id = row.texts["id"] ?? ""
        if counts, !id.isEmpty, isTaken(id), let place = row.places["id"] {
            found.append(("duplicate-report", place))
            counts = false
        }
        write(style.lineEnd)
        faults += found.map { "\($0.code) \($0.place)" }
        if counts { rows.append(row) } else { rejected += 1 }
        return counts
    }

    /// Writes a row with one field too few or too many.
    mutating func addMisshapen(tooMany: Bool) {
        let start = "\(line):\(column)"
        let count = style.columns.count + (tooMany ? 1 : -1)
        write(Array(repeating: "x", count: count).joined(separator: String(style.delimiter)))
        faults.append("field-count \(start)-\(line):\(column)")
        rejected += 1
        write(style.lineEnd)
    }

    /// Writes a row without any text, as spreadsheets leave them behind: it isn't a row at all.
    mutating func writeBlank(_ count: Int) {
        write(Array(repeating: " ", count: count).joined(separator: String(style.delimiter)))
        write(style.lineEnd)
    }

    /// Takes away the last line end, where the style has none at the end.
    mutating func finish() {
        guard !style.endsWithLineEnd else { return }
        var scalars = text.unicodeScalars
        scalars.removeLast(style.lineEnd.unicodeScalars.count)
        text = String(scalars)
    }

    /// Writes a field, in quotes where it has to be or shall be, and returns where it stands without them.
    private mutating func writeField(_ text: String, isQuoted: Bool) -> String {
        let needsQuotes =
            text.unicodeScalars.contains { "\"\n\r".unicodeScalars.contains($0) }
            || text.contains(style.delimiter)
        guard isQuoted || needsQuotes else {
            let start = "\(line):\(column)"
            write(text)
            return "\(start)-\(line):\(column)"
        }
        write("\"")
        let start = "\(line):\(column)"
        for scalar in text.unicodeScalars { write(scalar == "\"" ? "\"\"" : String(scalar)) }
        let end = "\(line):\(column)"
        write("\"")
        return "\(start)-\(end)"
    }

    private mutating func write(_ piece: String) {
        var last: Unicode.Scalar?
        for scalar in piece.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\r" || scalar == "\n" && last != "\r" {
                (line, column) = (line + 1, 1)
            } else if scalar != "\n" {
                column += 1
            }
            last = scalar
        }
    }
}

extension WrittenReports {
    /// A style at random: some columns in any order, any delimiter and any line end.
    static func style(_ random: inout SeededRandom) -> Style {
        let optional = ["id"] + values.keys.filter { !ReportColumn.required.map(\.rawValue).contains($0) }.sorted()
        let some = optional.filter { _ in Bool.random(using: &random) }
        return Style(
            columns: (ReportColumn.required.map(\.rawValue) + some).shuffled(using: &random),
            delimiter: Bool.random(using: &random) ? "," : ";",
            lineEnd: ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n",
            hasMark: Bool.random(using: &random), endsWithLineEnd: Bool.random(using: &random))
    }

    /// A file of some rows at random; of a hundred values about `wrong` are unsound.
    static func random(_ random: inout SeededRandom, rows: Int, wrong: Int, taken ids: inout Set<String>) -> Self {
        let style = style(&random)
        var file = WrittenReports(style)
        for _ in 0..<rows {
            switch Int.random(in: 0..<20, using: &random) {
            case 0: file.addMisshapen(tooMany: Bool.random(using: &random))
            case 1: file.writeBlank(style.columns.count)
            default:
                let values = style.columns.map { value(of: $0, wrong: wrong, &random) }
                let quoting = values.map { _ in Int.random(in: 0..<4, using: &random) == 0 }
                if file.add(values, quoting: quoting, isTaken: { ids.contains($0) }) {
                    let place = style.columns.firstIndex(of: "id")
                    if let place, !values[place].text.isEmpty { ids.insert(values[place].text) }
                }
            }
        }
        file.finish()
        return file
    }

    private static func value(of column: String, wrong: Int, _ random: inout SeededRandom) -> Value {
        guard let choices = values[column] else {
            let number = Int.random(in: 0..<60, using: &random)
            return Value(text: number < 30 ? "" : "R-\(number)", code: nil)
        }
        let isWrong = Int.random(in: 0..<100, using: &random) < wrong
        if isWrong, let value = choices.wrong.randomElement(using: &random) { return value }
        return Value(text: choices.sound.randomElement(using: &random) ?? "", code: nil)
    }
}
