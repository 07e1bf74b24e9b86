import FollowUpModel

/// What a stretch of a report file holds, before the forum's files are put together.
struct ChunkReading: Sendable {
    /// A record that the fast path left aside, and the number of good rows before it.
    struct Suspect: Sendable {
        var offset: Int
        var rowsBefore: Int
    }

    /// The byte at which it begins.
    let start: Int
    /// The byte at which the first record begins that is not part of it.
    var end: Int
    /// The rows with which nothing is wrong, as far as one row can tell.
    var table = ReportTable()
    /// The hash of each row's id, 0 for none; empty when the file has no column for ids.
    var idHashes: [UInt32] = []
    /// The records that need a closer look, in order.
    var suspects: [Suspect] = []
}

/// Reads a stretch of a report file into columns.
///
/// Stretches are read side by side; where a stretch begins is a guess (the first line end after a round number of
/// bytes) that the reading of the stretch before it confirms by ending there. Only the fast path is taken here: a row
/// costs no String, ids and words are looked up by their bytes, dates become numbers, texts stay where they are. Any
/// record that is not in order in every way is left aside as a suspect for ``RowExaminer``.
struct ChunkReader {
    let reader: ReportReader
    let bytes: UnsafeRawBufferPointer
    let columns: ReportColumns
    let delimiter: UInt8
    let number: Int

    /// Reads the records that begin from `start` to before `limit`.
    func read(from start: Int, to limit: Int) -> ChunkReading {
        var reading = ChunkReading(start: start, end: start)
        let likelyRows = (limit - start) / 80
        reading.table.reserve(likelyRows)
        if columns.id != nil { reading.idHashes.reserveCapacity(likelyRows) }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: columns.count) { ends in
            var splitter = RecordSplitter(bytes, delimiter: delimiter, fieldCount: columns.count, offset: start)
            while splitter.offset < limit {
                let record = splitter.offset
                switch splitter.next(ends) {
                case .end: break
                case .record:
                    let fields = PlainRecord(bytes: bytes, start: record, ends: ends)
                    let isText = !splitter.mayHoldHighBytes || fields.isValidUTF8
                    if isText, let row = row(fields, &reading.table) {
                        reading.table.append(row, at: ReportPlace(file: number, offset: record))
                        if columns.id != nil { reading.idHashes.append(idHash(fields)) }
                    } else {
                        reading.suspects.append(.init(offset: record, rowsBefore: reading.table.count))
                    }
                case .odd:
                    readOdd(at: record, &splitter, &reading)
                }
            }
            reading.end = splitter.offset
        }
        return reading
    }

    /// Takes up a record with quotes, and leaves aside any other that is odd.
    private func readOdd(at record: Int, _ splitter: inout RecordSplitter, _ reading: inout ChunkReading) {
        var scanner = CSVScanner(bytes, delimiter: delimiter, offset: record)
        _ = scanner.next()
        splitter.seek(to: scanner.offset)
        if scanner.fault == nil, scanner.fields.count == columns.count {
            let fields = QuotedRecord(bytes: bytes, fields: scanner.fields)
            if !scanner.fields[columns.status].hasDoubledQuotes, fields.isValidUTF8,
                let row = row(fields, &reading.table)
            {
                reading.table.append(row, at: ReportPlace(file: number, offset: record))
                if columns.id != nil { reading.idHashes.append(idHash(fields)) }
                return
            }
        }
        reading.suspects.append(.init(offset: record, rowsBefore: reading.table.count))
    }

    @inline(__always)
    private func idHash(_ fields: some RecordFields) -> UInt32 {
        guard let place = columns.id, !fields.isEmpty(place) else { return 0 }
        return ReportIdentities.hash(of: fields[place])
    }

    /// The row, when nothing at all is wrong with it.
    @inline(__always)
    private func row(_ fields: some RecordFields, _ table: inout ReportTable) -> ReportRow? {
        guard let commitment = reader.commitments[fields[columns.commitment]],
            let party = reader.parties[fields[columns.party]],
            let status = reader.words[reader.vocabularyOfCommitment[Int(commitment)]][fields[columns.status]],
            let date = PartialDate(bytes: fields[columns.date].bytes)
        else { return nil }
        var row = ReportRow(
            commitment: CommitmentIndex(Int(commitment)), party: PartyIndex(Int(party)),
            status: StatusIndex(Int(status)), date: date)
        if let place = columns.voice, !fields.isEmpty(place) {
            guard let voice = reader.fixedWords.voices[fields[place]] else { return nil }
            row.voice = Voice(code: UInt8(voice))
        }
        if let place = columns.confidence, !fields.isEmpty(place) {
            guard let confidence = reader.fixedWords.confidences[fields[place]] else { return nil }
            row.confidence = Confidence(rank: Int(confidence))
        }
        if let place = columns.dateKind, !fields.isEmpty(place) {
            guard let kind = reader.fixedWords.dateKinds[fields[place]] else { return nil }
            row.dateKind = DateKind(code: UInt8(kind))
        }
        if let place = columns.givenBy, !fields.isEmpty(place) {
            guard let giver = reader.fixedWords.givers[fields[place]] else { return nil }
            row.wordGiver = giver == 0 ? .source : .compiler
        }
        if let place = columns.scope { row.isPartial = !fields.isEmpty(place) }
        for (place, own) in columns.own where !FieldChecker.accepts(fields[place].bytes, own, reader.countries) {
            return nil
        }
        if let place = columns.evidence, !fields.isEmpty(place) {
            row.evidence = table.evidenceNumber(of: fields.text(place))
        }
        return row
    }
}

/// The fields of one record, by their place.
protocol RecordFields {
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

    @inline(__always)
    private func start(of field: Int) -> Int { field == 0 ? start : ends[field - 1] + 1 }

    @inline(__always)
    subscript(field: Int) -> ByteKey { ByteKey(bytes, start(of: field), ends[field]) }

    @inline(__always)
    func isEmpty(_ field: Int) -> Bool { start(of: field) == ends[field] }

    func text(_ field: Int) -> String { String(decoding: bytes[start(of: field)..<ends[field]], as: UTF8.self) }

    /// Whether its bytes are well-formed UTF-8.
    var isValidUTF8: Bool { UnsafeRawBufferPointer(rebasing: bytes[start..<ends[ends.count - 1]]).isValidUTF8 }
}

/// A record that ``CSVScanner`` has split.
private struct QuotedRecord: RecordFields {
    let bytes: UnsafeRawBufferPointer
    let fields: [CSVField]

    subscript(field: Int) -> ByteKey { ByteKey(bytes, fields[field].start, fields[field].end) }

    func isEmpty(_ field: Int) -> Bool { fields[field].count == 0 }

    func text(_ field: Int) -> String { fields[field].text(in: bytes) }

    var isValidUTF8: Bool {
        let (first, last) = (fields[0].start, fields[fields.count - 1].end)
        return UnsafeRawBufferPointer(rebasing: bytes[first..<last]).isValidUTF8
    }
}
