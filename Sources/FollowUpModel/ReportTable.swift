/// A report's place in the ``ReportTable`` of its forum.
///
/// They are ordered file by file, row by row.
public typealias ReportIndex = PlaceIndex<ReportRow, UInt32>

/// What one report says, without its texts.
public struct ReportRow: Hashable, Sendable {
    /// The commitment it speaks of.
    public var commitment: CommitmentIndex
    /// The party it speaks of.
    public var party: PartyIndex
    /// The forum's own word.
    public var status: StatusIndex
    /// The date of the statement.
    public var date: PartialDate
    /// What the date says.
    public var dateKind: DateKind
    /// Whose word it is.
    public var voice: Voice
    /// Who chose the word.
    public var wordGiver: WordGiver
    /// How far it can be relied on.
    public var confidence: Confidence
    /// Whether it speaks only of a part of the commitment.
    public var isPartial: Bool
    /// A number shared by reports that cite the same act; 0 when none is named.
    public var evidence: UInt32

    /// Makes a row.
    public init(
        commitment: CommitmentIndex, party: PartyIndex, status: StatusIndex, date: PartialDate,
        dateKind: DateKind = .event, voice: Voice = .unstated, wordGiver: WordGiver = .source,
        confidence: Confidence = .unknown, isPartial: Bool = false, evidence: UInt32 = 0
    ) {
        self.commitment = commitment
        self.party = party
        self.status = status
        self.date = date
        self.dateKind = dateKind
        self.voice = voice
        self.wordGiver = wordGiver
        self.confidence = confidence
        self.isPartial = isPartial
        self.evidence = evidence
    }
}

/// Where a report's texts lie: a file of the table and the byte at which the record begins.
public struct ReportPlace: Hashable, Sendable {
    /// The file, in the order in which the forum's report files were read.
    public var file: Int
    /// The offset of the record's first byte.
    public var offset: Int

    /// Makes a place.
    public init(file: Int, offset: Int) {
        self.file = file
        self.offset = offset
    }
}

/// All reports of one forum in columns, one entry a row; texts stay in their files until somebody asks.
///
/// A row takes 18 bytes, 22 once any row names its evidence. The columns are written once, by the reader, and only read
/// afterwards.
public struct ReportTable: Sendable {
    /// The commitment of each row.
    public private(set) var commitments: [CommitmentIndex] = []
    /// The party of each row.
    public private(set) var parties: [PartyIndex] = []
    /// The status word of each row.
    public private(set) var statuses: [StatusIndex] = []
    /// The date of each row.
    public private(set) var dates: [PartialDate] = []
    /// Voice, confidence, date kind, giver and partiality of each row, packed.
    public private(set) var marks: [ReportMarks] = []
    /// The evidence number of each row; empty while no row has one.
    private var evidence: [UInt32] = []
    /// The byte at which each row's record begins, counted from the base of its stretch.
    private var offsets: [UInt32] = []
    /// The stretches of files from which the rows come, in the order of the rows.
    private var stretches: [Stretch] = []
    /// The rows whose date is a deadline, in the order of the table.
    public private(set) var deadlineRows: [ReportIndex] = []
    /// The voices that any row has: bit n stands for the voice with code n.
    public private(set) var voices: UInt8 = 0
    /// Whether any row has a date that is known only to the month or year.
    public private(set) var hasCoarseDates = false
    /// The names of evidence, by number less one.
    public private(set) var evidenceNames: [String] = []
    private var evidenceByName: [String: UInt32] = [:]

    /// Rows that stand one after the other in a file, less than 4 GiB apart.
    private struct Stretch: Sendable {
        var firstRow: Int
        var file: Int
        /// The byte of the file from which the rows' offsets are counted.
        var base: Int

        @inline(__always)
        func holds(_ place: ReportPlace) -> Bool {
            file == place.file && place.offset >= base && place.offset - base <= UInt32.max
        }
    }

    /// Makes an empty table.
    public init() {}

    /// The number of rows.
    public var count: Int { dates.count }

    /// The places of all rows.
    public var indices: Range<UInt32> { 0..<UInt32(count) }

    /// Makes room for so many rows.
    public mutating func reserve(_ capacity: Int) {
        commitments.reserveCapacity(capacity)
        parties.reserveCapacity(capacity)
        statuses.reserveCapacity(capacity)
        dates.reserveCapacity(capacity)
        marks.reserveCapacity(capacity)
        offsets.reserveCapacity(capacity)
    }

    /// The number that stands for an evidence name; the same name always gets the same number.
    public mutating func evidenceNumber(of name: String) -> UInt32 {
        if let number = evidenceByName[name] { return number }
        evidenceNames.append(name)
        let number = UInt32(evidenceNames.count)
        evidenceByName[name] = number
        return number
    }

    /// Adds a row; it stands below the row before, in the same file or a later one.
    public mutating func append(_ row: ReportRow, at place: ReportPlace) {
        if !(stretches.last?.holds(place) ?? false) { begin(at: place) }
        let packed = PackedReport(
            commitment: row.commitment, date: row.date, party: row.party, status: row.status, marks: ReportMarks(row),
            evidence: row.evidence == 0 ? 0 : 1, offset: UInt32(place.offset - stretches[stretches.count - 1].base),
            idHash: 0)
        add([packed], evidence: row.evidence == 0 ? [] : [row.evidence])
    }

    private mutating func begin(at place: ReportPlace) {
        precondition(stretches.last.map { $0.file <= place.file } ?? true, "rows are added file by file")
        stretches.append(Stretch(firstRow: count, file: place.file, base: place.offset))
    }

    /// Adds rows that the reader of a file has packed; they stand below all rows so far.
    ///
    /// - Parameters:
    ///   - rows: their offsets are counted from `place`, their evidence numbers are those of `names`.
    ///   - place: where the stretch begins that holds the rows.
    ///   - names: the number in this table of each name that the stretch cites.
    package mutating func append(_ rows: ArraySlice<PackedReport>, from place: ReportPlace, evidence names: [UInt32]) {
        guard !rows.isEmpty else { return }
        begin(at: place)
        add(rows, evidence: names)
    }

    /// Adds rows to the stretch that was begun last.
    private mutating func add(_ rows: ArraySlice<PackedReport>, evidence names: [UInt32]) {
        let before = count
        var (dateCodes, dateKinds): (Int32, UInt16) = (2, 0)
        for row in rows {
            voices |= 1 << (row.marks.packed & 7)
            // Only the day's code has this bit, and only a deadline has both of these.
            dateCodes &= row.date.code
            dateKinds |= row.marks.packed & row.marks.packed << 1 & 1 << 7
        }
        if dateCodes & 2 == 0 { hasCoarseDates = true }
        if dateKinds != 0 {
            for (number, row) in rows.enumerated() where row.marks.dateKind == .deadline {
                deadlineRows.append(ReportIndex(before + number))
            }
        }
        if !evidence.isEmpty || !names.isEmpty {
            while evidence.count < before { evidence.append(0) }
            for row in rows { evidence.append(row.evidence == 0 ? 0 : names[Int(row.evidence) - 1]) }
        }
        Self.add(rows, to: &commitments) { $0.commitment }
        Self.add(rows, to: &parties) { $0.party }
        Self.add(rows, to: &statuses) { $0.status }
        Self.add(rows, to: &dates) { $0.date }
        Self.add(rows, to: &marks) { $0.marks }
        Self.add(rows, to: &offsets) { $0.offset }
    }

    /// Adds one field of some rows to its column.
    @inline(__always)
    private static func add<Value>(
        _ rows: ArraySlice<PackedReport>, to column: inout [Value], _ field: (PackedReport) -> Value
    ) {
        for row in rows { column.append(field(row)) }
    }

    /// What a row says.
    public subscript(index: ReportIndex) -> ReportRow {
        let row = Int(index.rawValue)
        let marks = marks[row]
        return ReportRow(
            commitment: commitments[row], party: parties[row], status: statuses[row], date: dates[row],
            dateKind: marks.dateKind, voice: marks.voice, wordGiver: marks.wordGiver, confidence: marks.confidence,
            isPartial: marks.isPartial, evidence: evidenceNumber(of: index))
    }

    /// The newest date of a row that tells what has been done; nil without any.
    public var newest: PartialDate? { told.max { $0.latest < $1.latest } }

    /// The oldest date of such a row.
    public var oldest: PartialDate? { told.min { $0.earliest < $1.earliest } }

    /// The dates of the rows that tell what has been done.
    private var told: some Sequence<PartialDate> {
        let deadlines = Set(deadlineRows)
        return dates.indices.lazy.filter { deadlines.isEmpty || !deadlines.contains(ReportIndex($0)) }
            .map { self.dates[$0] }
    }

    /// The voice of a row.
    @inlinable
    public func voice(of index: ReportIndex) -> Voice { marks[Int(index.rawValue)].voice }

    /// The confidence of a row.
    @inlinable
    public func confidence(of index: ReportIndex) -> Confidence { marks[Int(index.rawValue)].confidence }

    /// Whether a row speaks only of a part of its commitment.
    @inlinable
    public func isPartial(_ index: ReportIndex) -> Bool { marks[Int(index.rawValue)].isPartial }

    /// The number of the evidence that a row cites; 0 for none.
    public func evidenceNumber(of index: ReportIndex) -> UInt32 {
        let row = Int(index.rawValue)
        return row < evidence.count ? evidence[row] : 0
    }

    /// The name of the evidence that a row cites, or nil.
    public func evidenceName(of index: ReportIndex) -> String? {
        let number = evidenceNumber(of: index)
        return number == 0 ? nil : evidenceNames[Int(number) - 1]
    }

    /// Where a row's texts lie.
    public func place(of index: ReportIndex) -> ReportPlace {
        let row = Int(index.rawValue)
        var (low, high) = (0, stretches.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if stretches[middle].firstRow <= row { low = middle } else { high = middle }
        }
        precondition(low < high, "every row stands in a file")
        return ReportPlace(file: stretches[low].file, offset: stretches[low].base + Int(offsets[row]))
    }
}
