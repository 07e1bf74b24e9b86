import FollowUpModel
import LocatedYAML
import SystemIO

/// Reads a stretch of a report file into packed rows.
///
/// Stretches are read side by side; where a stretch begins is a guess (the first line end after a round number of
/// bytes) that the reading of the stretch before it confirms by ending there. Only the fast path is taken here: a row
/// costs no String, ids and words are looked up by their bytes, dates become numbers, texts stay where they are. Any
/// record that is not in order in every way is left aside as a suspect for ``RowExaminer``.
struct ChunkReader {
    let lookups: RowLookups
    let file: FileBytes
    let columns: ReportColumns
    let delimiter: UInt8

    /// Reads the records that begin in a range of the file, which begins with a record.
    func read(_ range: Range<Int>) -> ChunkReading {
        let bytes = file.view.unsafeBytes
        var reading = ChunkReading()
        var evidence: [ByteKey: UInt32] = [:]
        reading.rows.reserveCapacity(range.count / 80)
        RecordSplitter.withEnds(ofFields: columns.count) { ends in
            var splitter = RecordSplitter(
                bytes, delimiter: delimiter, fieldCount: columns.count, offset: range.lowerBound)
            while splitter.offset < range.upperBound {
                let record = splitter.offset
                let offset = UInt32(record - range.lowerBound)
                switch splitter.next(ends) {
                case .end: break
                case .record:
                    let fields = PlainRecord(bytes: bytes, start: record, ends: ends)
                    if !splitter.mayHoldHighBytes || fields.isSound,
                        let row = row(fields, offset, &reading, &evidence)
                    {
                        reading.rows.append(row)
                    } else if !fields.isBlank {
                        leaveAside(fields, offset, &reading)
                    }
                case .odd where splitter.skipLineEnds(before: range.upperBound): break
                case .odd:
                    let reach = readOdd(at: record, offset, &splitter, &reading, &evidence)
                    reading.reach = max(reading.reach, reach - range.lowerBound)
                }
            }
            reading.length = splitter.offset - range.lowerBound
            reading.reach = max(reading.reach, reading.length + 1)
        }
        return reading
    }

    /// Takes up a record with quotes, and leaves aside any other that is odd; returns how far it looked.
    private func readOdd(
        at record: Int, _ offset: UInt32, _ splitter: inout RecordSplitter, _ reading: inout ChunkReading,
        _ evidence: inout [ByteKey: UInt32]
    ) -> Int {
        let bytes = file.view.unsafeBytes
        var scanner = CSVScanner(file.view, delimiter: delimiter, offset: record)
        _ = scanner.next()
        splitter.seek(to: scanner.offset)
        let fields = QuotedRecord(file: file.view, fields: scanner.fields)
        let isSound = scanner.fault == nil && columns.fit(scanner.fields, in: file.view)
        if isSound, !scanner.fields[columns.status].hasDoubledQuotes, fields.isValidUTF8,
            bytes.part(record..<scanner.offset).firstHidden == nil,
            let row = row(fields, offset, &reading, &evidence)
        {
            reading.rows.append(row)
        } else if scanner.fault != nil || !scanner.isBlank {
            leaveAside(fields, offset, isSound: isSound, &reading)
        }
        return scanner.reach
    }

    /// Keeps a record for a closer look; where enough are kept that can only be rejected, one more is only counted.
    private func leaveAside(
        _ fields: some RecordFields, _ offset: UInt32, isSound: Bool = true, _ reading: inout ChunkReading
    ) {
        if fields.isValidUTF8, !isSound || canOnlyBeRejected(fields), fields.otherThanReport(columns) == nil {
            reading.doomed += 1
            guard reading.doomed <= ReportReader.listedRows else { return }
        }
        reading.suspects.append(.init(offset: offset, rowsBefore: UInt32(reading.rows.count)))
    }

    /// Whether nothing that ``RowExaminer`` understands beyond this reader can save a record.
    private func canOnlyBeRejected(_ fields: some RecordFields) -> Bool {
        guard let commitment = lookups.commitments[fields[columns.commitment]],
            lookups.parties[fields[columns.party]] != nil, marks(fields) != nil
        else { return true }
        let vocabulary = lookups.vocabulary(ofCommitment: Int(commitment))
        return vocabulary.indexIgnoringCaseAndAccents(of: fields.text(columns.status)) == nil
            || fields[columns.date].date == nil && SpreadsheetValue.date(fields.text(columns.date)) == nil
            || columns.own.contains { place, own in
                !FieldChecker.accepts(fields[place].bytes, own, lookups.countries)
                    && FieldChecker.plain(fields.text(place), own) == nil
            }
    }

    /// The row, when nothing at all is wrong with it.
    @inline(__always)
    private func row(
        _ fields: some RecordFields, _ offset: UInt32, _ reading: inout ChunkReading,
        _ evidence: inout [ByteKey: UInt32]
    ) -> PackedReport? {
        guard let commitment = lookups.commitments[fields[columns.commitment]],
            let party = lookups.parties[fields[columns.party]],
            let status = lookups.words(ofCommitment: Int(commitment))[fields[columns.status]],
            let date = fields[columns.date].date, let marks = marks(fields)
        else { return nil }
        for (place, own) in columns.own where !FieldChecker.accepts(fields[place].bytes, own, lookups.countries) {
            return nil
        }
        var row = PackedReport(
            commitment: CommitmentIndex(rawValue: commitment), date: date, party: PartyIndex(rawValue: party),
            status: StatusIndex(rawValue: status), marks: marks, evidence: 0, offset: offset, idHash: 0)
        if let place = columns.id, !fields.isEmpty(place) {
            let id = fields[place]
            guard YAMLType<String>.isIdentifier(id.bytes.assumingMemoryBound(to: UInt8.self).span) else { return nil }
            row.idHash = ReportIdentities.hash(of: id)
        }
        if let place = columns.accept, !fields.isEmpty(place) { return nil }
        if let place = columns.sources, !fields.isEmpty(place), !fields[place].isPlainAddress,
            fields.text(place).hasUnsafeSource
        {
            return nil
        }
        if let place = columns.evidence, !fields.isEmpty(place) {
            let new = UInt32(reading.evidence.count + 1)
            row.evidence = evidence[fields[place], default: new]
            if row.evidence == new {
                evidence[fields[place]] = new
                reading.evidence.append(fields.text(place))
            }
        }
        return row
    }

    /// The marks of a row; nil where one of the words that have fixed lists is not in its list.
    @inline(__always)
    private func marks(_ fields: some RecordFields) -> ReportMarks? {
        guard let voice = code(columns.voice, fields, lookups.voices, without: UInt32(Voice.unstated.code)),
            let confidence = code(columns.confidence, fields, lookups.confidences, without: 0),
            let dateKind = code(columns.dateKind, fields, lookups.dateKinds, without: 0),
            let giver = code(columns.givenBy, fields, lookups.givers, without: 0)
        else { return nil }
        let isPartial = columns.scope.map { !fields.isEmpty($0) } ?? false
        return ReportMarks(
            voice: voice, confidence: confidence, dateKind: dateKind, giver: giver, isPartial: isPartial)
    }

    /// The code of a word; that of no word where the file lacks the column or the field is empty.
    @inline(__always)
    private func code(
        _ place: Int?, _ fields: some RecordFields, _ words: ByteLookup, without: UInt32
    ) -> UInt32? {
        guard let place, !fields.isEmpty(place) else { return without }
        return words[fields[place]]
    }
}

/// The fields of one record, by their place.
protocol RecordFields {
    /// The number of fields.
    var count: Int { get }
    /// Whether its bytes are well-formed UTF-8.
    var isValidUTF8: Bool { get }
    /// The bytes of a field.
    subscript(field: Int) -> ByteKey { get }
    /// Whether a field holds nothing.
    func isEmpty(_ field: Int) -> Bool
    /// The text of a field.
    func text(_ field: Int) -> String
}

/// A record without quotes: each field begins a byte after the end of the one before it.
private struct PlainRecord: RecordFields {
    let bytes: UnsafeRawBufferPointer
    let start: Int
    let ends: UnsafeMutableBufferPointer<Int>

    var count: Int { ends.count }

    @inline(__always)
    private func start(of field: Int) -> Int { field == 0 ? start : ends[field - 1] + 1 }

    @inline(__always)
    subscript(field: Int) -> ByteKey { ByteKey(bytes, start(of: field), ends[field]) }

    @inline(__always)
    func isEmpty(_ field: Int) -> Bool { start(of: field) == ends[field] }

    func text(_ field: Int) -> String { String(decoding: self[field].bytes, as: UTF8.self) }

    private var record: UnsafeRawBufferPointer { bytes.part(start..<ends[ends.count - 1]) }

    var isValidUTF8: Bool { record.isValidUTF8 }

    /// Whether its bytes are well-formed UTF-8 of which all can be seen.
    var isSound: Bool { isValidUTF8 && record.firstHidden == nil }
}

/// A record that ``CSVScanner`` has split.
struct QuotedRecord: RecordFields {
    let file: ByteView
    let fields: [CSVField]

    var count: Int { fields.count }

    subscript(field: Int) -> ByteKey { ByteKey(file.unsafeBytes, fields[field].start, fields[field].end) }

    func isEmpty(_ field: Int) -> Bool { fields[field].count == 0 }

    func text(_ field: Int) -> String { fields[field].text(in: file) }

    var isValidUTF8: Bool {
        guard let first = fields.first, let last = fields.last else { return true }
        return file.part(first.start..<last.end).isValidUTF8
    }
}

/// What a stretch of a report file holds, before the forum's files are put together.
///
/// All places in it are counted from its start: it stays true when something is written in the file above it.
struct ChunkReading: Sendable {
    /// A record that the fast path left aside, and the number of good rows before it.
    struct Suspect: Sendable {
        var offset: UInt32
        var rowsBefore: UInt32
    }

    /// The number of bytes up to the first record that is not part of it.
    var length = 0
    /// The number of bytes on which the reading depends: with one that follows, which may belong to its last line end,
    /// or more where a quote was never closed.
    var reach = 0
    /// The rows with which nothing is wrong, as far as one row can tell.
    var rows: [PackedReport] = []
    /// The names of the evidence that rows cite, by number less one.
    var evidence: [String] = []
    /// The records that need a closer look, in order.
    var suspects: [Suspect] = []
    /// How many records can only be rejected; only the first ones of them are among the suspects.
    var doomed = 0
    /// How many records are rejected that are not among the suspects.
    var rejected: Int { max(0, doomed - ReportReader.listedRows) }
}
