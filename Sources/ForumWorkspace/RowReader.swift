import Diagnostics
import FollowUpModel

/// Reads the rows of one report file.
///
/// The fast path asks only whether everything about a row is in order; when something isn't, ``RowExaminer`` looks at
/// the same row again, says everything that is wrong with it, and decides whether it still counts.
struct RowReader {
    private let reader: ReportReader
    private let bytes: UnsafeRawBufferPointer
    private let file: FileID
    private let columns: ReportColumns
    private let isValidUTF8: Bool
    private let fixedWords = FixedWords()

    init(reader: ReportReader, bytes: UnsafeRawBufferPointer, file: FileID, columns: ReportColumns) {
        self.reader = reader
        self.bytes = bytes
        self.file = file
        self.columns = columns
        isValidUTF8 = bytes.isValidUTF8
    }

    mutating func readAll(
        from header: ReportHeader, number: Int, identities: inout ReportIdentities,
        into reading: inout ReportFileReading
    ) {
        var scanner = CSVScanner(
            bytes, delimiter: header.delimiter, offset: header.firstRecord, line: header.firstLine)
        var previous = PreviousRow()
        while true {
            let (start, line) = (scanner.offset, scanner.line)
            guard scanner.next() else { break }
            if scanner.isBlank { continue }
            let place = ReportPlace(file: UInt16(number), offset: start)
            if scanner.fault == nil, scanner.fields.count == columns.count, isValidUTF8,
                var row = fastRow(scanner.fields, &previous), isNew(scanner.fields, number, &identities)
            {
                row.evidence = evidence(scanner, &reading.table)
                reading.table.append(row, at: place)
                continue
            }
            var examiner = RowExaminer(
                reader: reader, bytes: bytes, file: file, columns: columns, scanner: scanner, start: start, line: line,
                suggests: reading.rejected < ReportReader.listedRows)
            if var row = examiner.examine(identities: &identities, number: number) {
                row.evidence = evidence(scanner, &reading.table)
                reading.table.append(row, at: place)
                reading.listWarnings(examiner.diagnostics)
            } else {
                reading.listRejection(examiner.diagnostics)
            }
        }
        reading.closeList(file: file)
    }

    /// The bytes of a field.
    @inline(__always)
    private func field(_ field: CSVField) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
    }

    /// The commitment, party and word met last: rows of one commitment usually stand together.
    private struct PreviousRow {
        var commitment: (field: CSVField, index: UInt32)?
    }

    /// The row, when nothing at all is wrong with it.
    @inline(__always)
    private func fastRow(_ fields: [CSVField], _ previous: inout PreviousRow) -> ReportRow? {
        guard let commitment = commitment(fields[columns.commitment], &previous),
            let party = reader.parties[field(fields[columns.party])],
            !fields[columns.status].hasDoubledQuotes,
            let status = reader.words[reader.vocabularyOfCommitment[Int(commitment)]][field(fields[columns.status])],
            let date = PartialDate(bytes: field(fields[columns.date]))
        else { return nil }
        var row = ReportRow(
            commitment: CommitmentIndex(Int(commitment)), party: PartyIndex(Int(party)),
            status: StatusIndex(Int(status)), date: date)
        if let place = columns.voice, fields[place].count > 0 {
            guard let voice = fixedWords.voices[field(fields[place])] else { return nil }
            row.voice = Voice.allCases[Int(voice)]
        }
        if let place = columns.confidence, fields[place].count > 0 {
            guard let confidence = fixedWords.confidences[field(fields[place])] else { return nil }
            row.confidence = Confidence.allCases[Int(confidence)]
        }
        if let place = columns.dateKind, fields[place].count > 0 {
            guard let kind = fixedWords.dateKinds[field(fields[place])] else { return nil }
            row.dateKind = DateKind.allCases[Int(kind)]
        }
        if let place = columns.givenBy, fields[place].count > 0 {
            guard let giver = fixedWords.givers[field(fields[place])] else { return nil }
            row.wordGiver = WordGiver.allCases[Int(giver)]
        }
        if let place = columns.scope { row.isPartial = fields[place].count > 0 }
        for (place, own) in columns.own where !FieldChecker.accepts(field(fields[place]), own, reader.countries) {
            return nil
        }
        return row
    }

    @inline(__always)
    private func commitment(_ named: CSVField, _ previous: inout PreviousRow) -> UInt32? {
        let name = field(named)
        if let last = previous.commitment, field(last.field).elementsEqual(name) { return last.index }
        guard let index = reader.commitments[name] else { return nil }
        previous.commitment = (named, index)
        return index
    }

    private func isNew(_ fields: [CSVField], _ number: Int, _ identities: inout ReportIdentities) -> Bool {
        guard let place = columns.id, fields[place].count > 0 else { return true }
        return identities.insert(field(fields[place]), file: number, start: fields[place].start) == nil
    }

    private func evidence(_ scanner: CSVScanner, _ table: inout ReportTable) -> UInt32 {
        guard let place = columns.evidence, scanner.fields[place].count > 0 else { return 0 }
        return table.evidenceNumber(of: scanner.text(scanner.fields[place]))
    }
}

/// The words of the columns whose lists never change.
struct FixedWords {
    let voices = Self.lookup(Voice.self)
    let confidences = Self.lookup(Confidence.self)
    let dateKinds = Self.lookup(DateKind.self)
    let givers = Self.lookup(WordGiver.self)

    private static func lookup<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> ByteLookup {
        ByteLookup(Word.allCases.enumerated().map { ($1.rawValue, UInt32($0)) })
    }
}

extension ReportFileReading {
    /// Counts a rejected row, and keeps what is wrong with it while few are listed.
    fileprivate mutating func listRejection(_ found: [Diagnostic]) {
        rejected += 1
        if rejected <= ReportReader.listedRows { diagnostics += found }
    }

    /// Keeps the warnings of a row that counts while few are listed.
    fileprivate mutating func listWarnings(_ found: [Diagnostic]) {
        guard !found.isEmpty else { return }
        warned += 1
        if warned <= ReportReader.listedRows { diagnostics += found }
    }

    /// Says how many rows there are where not all were listed.
    fileprivate mutating func closeList(file: FileID) {
        let listed = "only the first \(ReportReader.listedRows) are listed"
        if rejected > ReportReader.listedRows {
            diagnostics.append(
                .error(
                    .moreRejected, at: .wholeFile(file), "\(rejected) rows of this file are rejected; \(listed)"))
        }
        if warned > ReportReader.listedRows {
            diagnostics.append(
                .warning(.moreWarned, at: .wholeFile(file), "\(warned) rows of this file have warnings; \(listed)"))
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are valid UTF-8; plain ASCII is passed eight bytes at a time.
    var isValidUTF8: Bool {
        var index = 0
        while index < count {
            while index + 8 <= count,
                loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            { index += 8 }
            guard index < count else { return true }
            guard let length = scalarLength(at: index) else { return false }
            index += length
        }
        return true
    }

    /// The number of bytes of the well-formed UTF-8 scalar at a place, or nil (Unicode standard, table 3-7).
    private func scalarLength(at index: Int) -> Int? {
        func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < count && range.contains(self[index + offset])
        }
        switch self[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isContinuation(1) ? 2 : nil
        case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : nil
        case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : nil
        case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : nil
        case 0xF0: return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : nil
        case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : nil
        case 0xF4: return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : nil
        default: return nil
        }
    }
}
