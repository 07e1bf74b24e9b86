import Diagnostics
import FollowUpModel

/// Looks closely at one row that is not in order: says everything that is wrong with it, each at its place, and
/// whether it still counts.
struct RowExaminer {
    let reader: ReportReader
    let bytes: UnsafeRawBufferPointer
    let file: FileID
    let columns: ReportColumns
    let scanner: CSVScanner
    let start: Int
    let line: Int
    private(set) var diagnostics: [Diagnostic] = []

    init(
        reader: ReportReader, bytes: UnsafeRawBufferPointer, file: FileID, columns: ReportColumns,
        scanner: CSVScanner, start: Int, line: Int
    ) {
        self.reader = reader
        self.bytes = bytes
        self.file = file
        self.columns = columns
        self.scanner = scanner
        self.start = start
        self.line = line
    }

    /// The row, or nil when it has an error.
    mutating func examine(identities: inout ReportIdentities, number: Int) -> ReportRow? {
        guard hasSoundShape() else { return nil }
        let commitment = commitmentIndex()
        let party = partyIndex()
        let status = statusIndex(of: commitment)
        let date = date()
        var row = ReportRow(
            commitment: commitment ?? CommitmentIndex(0), party: party ?? PartyIndex(0),
            status: status ?? StatusIndex(0), date: date ?? PartialDate(CalendarDay(number: 0)))
        if let voice: Voice = word(columns.voice, "voice") { row.voice = voice }
        if let confidence: Confidence = word(columns.confidence, "confidence") { row.confidence = confidence }
        if let kind: DateKind = word(columns.dateKind, "date-kind") { row.dateKind = kind }
        if let giver: WordGiver = word(columns.givenBy, "given-by") { row.wordGiver = giver }
        if let place = columns.scope { row.isPartial = scanner.fields[place].count > 0 }
        examineOwnFields()
        if !diagnostics.hasErrors { examineIdentity(&identities, number: number) }
        return diagnostics.hasErrors ? nil : row
    }

    /// Whether the record is UTF-8, its quotes close and it has as many fields as the header.
    private mutating func hasSoundShape() -> Bool {
        let places = PlaceFinder(bytes: bytes, file: file)
        let whole = places.range(start..<end, recordStart: start, line: line)
        if !UnsafeRawBufferPointer(rebasing: bytes[start..<end]).isValidUTF8 {
            diagnostics.append(
                .error(
                    .badEncoding, at: whole, "the row holds bytes that are not UTF-8",
                    help: "save the file again as CSV UTF-8"))
            return false
        }
        switch scanner.fault {
        case .unclosedQuote(let place):
            let range = places.range(place..<place + 1, recordStart: start, line: line)
            diagnostics.append(.error(.brokenQuote, at: range, "this quote is never closed"))
            return false
        case .strayQuote(let place):
            let range = places.range(place..<place + 1, recordStart: start, line: line)
            diagnostics.append(
                .error(
                    .brokenQuote, at: range, "a quote or text stands where the field should end",
                    help: "put the whole field in quotes and write a quote inside it twice"))
            return false
        case nil: break
        }
        guard scanner.fields.count == columns.count else {
            diagnostics.append(
                .error(
                    .fieldCount, at: whole,
                    "the row has \(scanner.fields.count) fields and the header \(columns.count)",
                    help: scanner.fields.count > columns.count ? "put a text that holds a comma in quotes" : nil))
            return false
        }
        return true
    }

    private var end: Int { scanner.fields.last.map { min(bytes.count, $0.end) } ?? scanner.offset }

    private func range(_ place: Int) -> SourceRange {
        PlaceFinder(bytes: bytes, file: file).range(scanner.fields[place], recordStart: start, line: line)
    }

    /// The fix that puts a text in the place of a field.
    private func fix(_ place: Int, with text: String) -> FixIt {
        let written = scanner.written(text, inPlaceOf: scanner.fields[place])
        return FixIt("replace with '\(text)'", edits: [TextEdit(range: range(place), replacement: written)])
    }

    private func text(_ place: Int) -> String { scanner.text(scanner.fields[place]) }

    /// The text of a field that must not be empty; nil, with a diagnostic, when it is.
    private mutating func needed(_ place: Int, _ name: String) -> String? {
        let text = text(place)
        if text.isEmpty {
            diagnostics.append(.error(.emptyField, at: range(place), "the field '\(name)' is empty"))
            return nil
        }
        return text
    }

    private mutating func commitmentIndex() -> CommitmentIndex? {
        guard let id = needed(columns.commitment, "commitment") else { return nil }
        if let index = reader.commitmentIds.firstIndex(of: id) { return CommitmentIndex(index) }
        if reader.unreadCommitments.contains(id) {
            diagnostics.append(
                .error(
                    .unknownCommitment, at: range(columns.commitment),
                    "the commitment '\(id)' can't be read, and so neither can this report",
                    help: "mend the commitment in commitments.yaml first"))
            return nil
        }
        unknown(.unknownCommitment, columns.commitment, "the forum has no commitment '\(id)'", id, reader.commitmentIds)
        return nil
    }

    private mutating func partyIndex() -> PartyIndex? {
        guard let id = needed(columns.party, "party") else { return nil }
        if let index = reader.forum.parties.index(of: id) { return index }
        let ids = reader.forum.parties.parties.map(\.id)
        let message =
            reader.countries.index(of: id).map {
                "\(reader.countries[$0].name.text(for: .english)) ('\(id)') is nothing to the forum '\(reader.forum.id)'"
            } ?? "'\(id)' is no country code and no organ of the forum '\(reader.forum.id)'"
        unknown(.unknownParty, columns.party, message, id, ids)
        return nil
    }

    private mutating func statusIndex(of commitment: CommitmentIndex?) -> StatusIndex? {
        guard let word = needed(columns.status, "status") else { return nil }
        let round = commitment.flatMap { reader.rounds[Int($0.rawValue)] }
        let vocabulary = reader.forum.vocabulary(ofRound: round)
        if let index = vocabulary.index(of: word) { return index }
        if let index = vocabulary.indexIgnoringCaseAndAccents(of: word), let meant = vocabulary.word(at: index) {
            let spelling =
                Vocabulary.spellings(of: meant).first { $0.foldedForSearch == word.foldedForSearch } ?? meant.word
            diagnostics.append(
                .warning(
                    .statusSpelling, at: range(columns.status), "the forum writes '\(spelling)', not '\(word)'",
                    fixIts: [fix(columns.status, with: spelling)]))
            return index
        }
        unknown(
            .unknownStatus, columns.status, "the forum has no status word '\(word)'", word, vocabulary.spellings,
            notes: [DiagnosticNote("the forum's words are declared in its forum.yaml", at: reader.forum.statusesRange)])
        return nil
    }

    private mutating func date() -> PartialDate? {
        guard let text = needed(columns.date, "date") else { return nil }
        if let date = PartialDate(text) { return date }
        let swapped = text.dateWrittenDayFirst
        diagnostics.append(
            .error(
                .badDate, at: range(columns.date), "'\(text)' is no date such as 2012, 2012-06 or 2012-06-30",
                fixIts: swapped.map { [fix(columns.date, with: $0)] } ?? []))
        return nil
    }

    private mutating func word<Word: CaseIterable & RawRepresentable<String>>(_ place: Int?, _ column: String) -> Word?
    {
        guard let place, scanner.fields[place].count > 0 else { return nil }
        let text = text(place)
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        unknown(
            .unknownValue, place, "the column '\(column)' has no value '\(text)'", text, words,
            notes: [DiagnosticNote("it takes \(words.joined(separator: ", ")) or nothing")])
        return nil
    }

    private mutating func examineOwnFields() {
        for (place, field) in columns.own {
            let text = text(place)
            if text.isEmpty {
                if field.isRequired { _ = needed(place, field.name) }
            } else if let problem = FieldChecker.problem(with: text, field, reader.countries) {
                diagnostics.append(
                    .error(
                        .wrongFieldType, at: range(place), "'\(text)' is \(problem)",
                        notes: [DiagnosticNote("'\(field.name)' is declared here", at: field.origin)]))
            }
        }
    }

    private mutating func examineIdentity(_ identities: inout ReportIdentities, number: Int) {
        guard let place = columns.id, scanner.fields[place].count > 0 else { return }
        let field = scanner.fields[place]
        let id = UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
        guard let first = identities.insert(id, file: number, start: field.start),
            first != ReportIdentities.Place(file: number, start: field.start)
        else { return }
        diagnostics.append(
            .error(
                .duplicateReport, at: range(place), "another report already has the id '\(text(place))'",
                notes: [DiagnosticNote("it comes first here", at: identities.range(of: first, count: id.count))]))
    }

    private mutating func unknown(
        _ code: DiagnosticCode, _ place: Int, _ message: String, _ text: String, _ known: [String],
        notes: [DiagnosticNote] = []
    ) {
        let near = text.nearest(in: known)
        diagnostics.append(
            .error(
                code, at: range(place), message + (near.map { "; did you mean '\($0)'?" } ?? ""), notes: notes,
                fixIts: near.map { [fix(place, with: $0)] } ?? []))
    }
}

extension String {
    /// The date that `30/06/2012`, `30.06.2012` or `30-06-2012` most likely means, year first; nil for other texts.
    ///
    /// The region writes the day first; what could not be a date that way is left to the person.
    var dateWrittenDayFirst: String? {
        let parts = split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" }).compactMap { Int($0) }
        guard parts.count == 3, parts[2] >= 1000,
            let date = PartialDate(year: parts[2], month: parts[1], day: parts[0])
        else { return nil }
        return date.description
    }
}
