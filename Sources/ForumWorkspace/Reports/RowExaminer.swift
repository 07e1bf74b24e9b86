import Diagnostics
import FollowUpModel
import LocatedYAML
import SystemIO

/// Looks closely at one row that is not in order: says everything that is wrong with it, each at its place, and
/// whether it still counts.
struct RowExaminer {
    let reader: ReportReader
    let file: ReportFile
    let columns: ReportColumns
    let scanner: CSVScanner
    let start: Int
    /// Whether to look for what was meant or came first; not worth the time for rows that aren't listed any more.
    let suggests: Bool
    private(set) var diagnostics: [Diagnostic] = []
    /// What is to be said once of all rows of the file that are like this one.
    private(set) var remarks: [RowRemark] = []
    /// Whether the row is no report and doesn't claim to be one.
    private(set) var isOther = false
    private var bytes: ByteView { file.bytes.view }

    /// The row, or nil when it has an error; its id is remembered when it has none.
    mutating func examine(at here: ReportPlace, among settled: inout SettledReports) -> ReportRow? {
        guard !isOtherThanReport(), hasSoundShape() else { return nil }
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
        examineTexts()
        if !diagnostics.hasErrors { examineIdentity(at: here, among: &settled) }
        return diagnostics.hasErrors ? nil : row
    }

    private mutating func isOtherThanReport() -> Bool {
        let fields = QuotedRecord(file: bytes, fields: scanner.fields)
        guard let other = fields.otherThanReport(columns) else { return false }
        let diagnostic = Diagnostic.warning(
            .otherRow, at: file.range(start..<end), "\(other.rawValue), no report; it is not read")
        remarks.append(RowRemark(kind: other == .total ? -1 : -2, diagnostic))
        isOther = true
        return true
    }

    /// Whether the record is UTF-8, its quotes close and it has a field for each column of the header.
    private mutating func hasSoundShape() -> Bool {
        let whole = file.range(start..<end)
        if bytes.part(start..<end).isMergeMarker {
            diagnostics.append(.mergeConflict(at: whole))
            return false
        }
        if !bytes.part(start..<end).isValidUTF8 {
            let message = "the row holds bytes that are not UTF-8"
            remarks.append(
                RowRemark(kind: -3, .error(.badEncoding, at: whole, message, help: "save the file again as CSV UTF-8")))
            return false
        }
        switch scanner.fault {
        case .unclosedQuote(let place):
            let range = file.range(place..<place + 1)
            diagnostics.append(.error(.brokenQuote, at: range, "this quote is never closed"))
            return false
        case .strayQuote(let place):
            let range = file.range(place..<place + 1)
            let isQuote = bytes[place] == UInt8(ascii: "\"")
            diagnostics.append(
                .error(
                    .brokenQuote, at: range,
                    isQuote
                        ? "a quote stands inside a field without quotes" : "the field goes on after its closing quote",
                    help: "put the whole field in quotes and write a quote inside it twice"))
            return false
        case nil: break
        }
        guard columns.fit(scanner.fields, in: bytes) else {
            let stray = scanner.fields.indices.dropFirst(columns.count).first {
                !bytes.part(scanner.fields[$0].bytes).isBlank
            }
            if let stray, scanner.fields.count <= file.header.width {
                refuseNameless(stray)
                return false
            }
            diagnostics.append(
                .error(
                    .fieldCount, at: whole,
                    "the row has \(scanner.fields.count) fields and the header \(file.header.width)",
                    help: scanner.fields.count > columns.count ? "put a text that holds a comma in quotes" : nil))
            return false
        }
        return true
    }

    /// Tells of a text below no name: something may have slipped there.
    private mutating func refuseNameless(_ place: Int) {
        diagnostics.append(
            .error(
                .unknownColumn, at: range(place), "'\(text(place))' stands in column \(place + 1), which has no name",
                help: "name the column in the first row, or put a text that holds a separator in quotes"))
    }

    private var end: Int { scanner.fields.last.map { min(bytes.count, $0.end) } ?? scanner.offset }

    private func range(_ place: Int) -> SourceRange {
        file.range(scanner.fields[place].bytes)
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
        if let country = reader.countries.index(of: id).map({ reader.countries[$0] }) {
            let name = country.name.text(for: .english)
            diagnostics.append(
                .error(
                    .unknownParty, at: range(columns.party),
                    "\(name) ('\(id)') is neither member, associate nor observer of the forum '\(reader.forum.id)'",
                    help: "mend the code, or list the country with its dates under members: in forum.yaml"))
            return nil
        }
        // A code is another country's where it is merely near; only the organs' names are looked through for that.
        let code = suggests ? reader.countries.code(meantBy: id) : nil
        let known = ids.filter { code == nil ? reader.countries.index(of: $0) == nil : $0 == code }
        unknown(
            .unknownParty, columns.party, "'\(id)' is no country code and no organ of the forum '\(reader.forum.id)'",
            code ?? id, known)
        return nil
    }

    private mutating func statusIndex(of commitment: CommitmentIndex?) -> StatusIndex? {
        guard let word = needed(columns.status, "status") else { return nil }
        // Whose words count, the forum's or a round's, isn't known without the commitment.
        if commitment == nil, !reader.lookups.hasOneVocabulary { return nil }
        let round = commitment.flatMap { reader.rounds[Int($0.rawValue)] }
        let vocabulary = reader.forum.vocabulary(ofRound: round)
        if let index = vocabulary.index(of: word) { return index }
        if let index = vocabulary.indexIgnoringCaseAndAccents(of: word), let meant = vocabulary.word(at: index) {
            let spelling =
                Vocabulary.spellings(of: meant).first { $0.foldedForSearch == word.foldedForSearch } ?? meant.word
            diagnostics.append(
                .warning(
                    .statusSpelling, at: range(columns.status), "the forum writes '\(spelling)', not '\(word)'",
                    notes: unseen(columns.status), fixIts: [fix(columns.status, with: spelling)]))
            return index
        }
        unknown(
            .unknownStatus, columns.status, "the forum has no status word '\(word)'", word, vocabulary.spellings,
            notes: [wordsNote(ofRound: round)])
        return nil
    }

    /// Where the words are declared that a commitment of this round uses.
    private func wordsNote(ofRound id: String?) -> DiagnosticNote {
        if let round = reader.forum.rounds.first(where: { $0.id == id && $0.vocabulary != nil }) {
            return DiagnosticNote("the words of the round '\(round.id)' are declared here", at: round.origin)
        }
        return DiagnosticNote("the forum's words are declared here", at: reader.forum.statusesRange)
    }

    private mutating func date() -> PartialDate? {
        guard let text = needed(columns.date, "date") else { return nil }
        if let date = PartialDate(text) { return date }
        if let plain = SpreadsheetValue.date(text) {
            takes(plain, for: text, columns.date)
            return PartialDate(plain)
        }
        diagnostics.append(
            .error(
                .badDate, at: range(columns.date), "'\(text)' is not a date; write 2012, 2012-06 or 2012-06-30",
                fixIts: datesMeant(by: text, columns.date), help: SpreadsheetValue.advice(on: text)))
        return nil
    }

    /// The fixes of a date that is written otherwise: what it may mean, as far as its column tells.
    private func datesMeant(by text: String, _ place: Int) -> [FixIt] {
        suggests ? text.datesMeant(in: file.dayOrder(ofColumn: place)).map { fix(place, with: $0) } : []
    }

    private mutating func word<Word: CaseIterable & RawRepresentable<String>>(_ place: Int?, _ column: String) -> Word?
    {
        guard let place, scanner.fields[place].count > 0 else { return nil }
        let text = text(place)
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        unknown(
            .unknownValue, place, "the column '\(column)' has no value '\(text)'", text, words,
            notes: [DiagnosticNote("it takes \(words.joined(separator: ", ")), or stays empty")])
        return nil
    }

    /// Remarks that a field is read as what a spreadsheet has made it from.
    private mutating func takes(_ plain: String, for text: String, _ place: Int) {
        remarks.append(
            RowRemark(
                kind: place,
                .warning(
                    .spreadsheetValue, at: range(place), "'\(text)' is read as '\(plain)'",
                    fixIts: [fix(place, with: plain)])))
    }

    private mutating func examineOwnFields() {
        for (place, field) in columns.own {
            let text = text(place)
            if text.isEmpty {
                if field.isRequired { _ = needed(place, field.name) }
            } else if field.name.isEmpty {
                if !text.utf8.isBlank { refuseNameless(place) }
            } else if let problem = FieldChecker.problem(with: text, field, reader.countries) {
                examine(place, field, problem)
            }
        }
    }

    private mutating func examine(_ place: Int, _ field: FieldDefinition, _ problem: String) {
        let text = text(place)
        if let plain = FieldChecker.plain(text, field) {
            // Spreadsheets can't write truth values as we do; saying so would help nobody.
            if field.kind != .boolean { takes(plain, for: text, place) }
            return
        }
        let fixes: [FixIt] =
            switch field.kind {
            case .decimal: SpreadsheetValue.decimals(text).map { fix(place, with: $0) }
            case .date: datesMeant(by: text, place)
            case .country: reader.countries.code(meantBy: text).map { [fix(place, with: $0)] } ?? []
            default: []
            }
        diagnostics.append(
            .error(
                .wrongFieldType, at: range(place), "'\(text)' is \(problem)",
                notes: [DiagnosticNote("'\(field.name)' is declared here", at: field.origin)],
                fixIts: fixes,
                help: field.kind == .date ? SpreadsheetValue.advice(on: text) : nil))
    }

    /// Looks for what can be read and can hardly be meant so.
    private mutating func examineTexts() {
        for (place, field) in scanner.fields.enumerated() {
            guard let hidden = bytes.unsafeBytes.part(field.bytes).firstHidden else { continue }
            let shown = String(text(place).unicodeScalars.filter { !$0.isHidden })
            diagnostics.append(.hiddenCharacter(hidden, at: range(place), fix: fix(place, with: shown)))
        }
        if let place = columns.id, scanner.fields[place].count > 0, !text(place).isReportId {
            diagnostics.append(
                .warning(
                    .reportIdForm, at: range(place),
                    "'\(text(place).prefix(60))' is no id: it has only letters a to z, digits, '.', '_', '-' and '/'"))
        }
        if let place = columns.accept {
            for accepted in text(place).split(separator: "|") {
                let parts = accepted.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces() }
                guard parts.count == 2, !parts[1].isEmpty else {
                    diagnostics.append(
                        .warning(
                            .acceptsNothing, at: range(place),
                            "'\(String(accepted).trimmingSpaces())' is accepted without a reason",
                            help: "write the code, a colon and why it is right"))
                    continue
                }
                diagnostics.append(
                    .acceptance(of: parts[0], at: range(place), over: file.range(start..<end), because: parts[1]))
            }
        }
        if let place = columns.sources, text(place).hasUnsafeSource {
            diagnostics.append(.unsafeAddress(text(place), at: range(place)))
        }
    }

    private mutating func examineIdentity(at here: ReportPlace, among settled: inout SettledReports) {
        guard let place = columns.id, scanner.fields[place].count > 0 else { return }
        let field = scanner.fields[place]
        let table = settled.table
        let first = settled.identities.insert(
            hash: ReportIdentities.hash(of: ByteKey(bytes.unsafeBytes, field.start, field.end)), row: table.count,
            at: here,
            known: { table.place(of: ReportIndex($0)) })
        guard let first else { return }
        let note = suggests ? [DiagnosticNote("it comes first here", at: settled.identities.range(of: first))] : []
        let earlier = settled.identities.text(of: first)
        guard earlier == text(place) else {
            diagnostics.append(
                .warning(
                    .similarIds, at: range(place),
                    "only capital letters tell the id '\(text(place))' from '\(earlier)'",
                    notes: note))
            return
        }
        diagnostics.append(
            .error(
                .duplicateReport, at: range(place), "another report already has the id '\(text(place))'", notes: note))
    }

    /// What makes a field another text than it looks like.
    private func unseen(_ place: Int) -> [DiagnosticNote] {
        let unseen = text(place).unseen
        guard !unseen.isEmpty else { return [] }
        return [DiagnosticNote("it holds what looks like another character: \(unseen.joined(separator: ", "))")]
    }

    private mutating func unknown(
        _ code: DiagnosticCode, _ place: Int, _ message: String, _ text: String, _ known: [String],
        notes: [DiagnosticNote] = []
    ) {
        diagnostics.append(
            .unknown(
                code, text.withoutLookalikes, at: range(place), message, known: suggests ? known : [],
                notes: notes + unseen(place), fix: { fix(place, with: $0) }))
    }
}

extension String {
    /// Whether it is an id as ids are documented.
    var isReportId: Bool { YAMLType<String>.isIdentifier(utf8.span) }

    /// Whether one of the sources that it names, joined by bars, is an address that no reader could or should follow.
    var hasUnsafeSource: Bool { split(separator: "|").contains { $0.isUnsafeAddress } }
}
