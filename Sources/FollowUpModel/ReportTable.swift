/// A report's place in the ``ReportTable`` of its forum.
public struct ReportIndex: Hashable, Comparable, Sendable {
    /// The place, from 0.
    public var rawValue: UInt32

    /// Makes an index.
    public init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

    /// Orders by place: file by file, row by row.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

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
    public var file: UInt16
    /// The offset of the record's first byte.
    public var offset: Int

    /// Makes a place.
    public init(file: UInt16, offset: Int) {
        self.file = file
        self.offset = offset
    }
}

/// All reports of one forum in columns, one entry a row; texts stay in their files until somebody asks.
///
/// A row takes 22 bytes, 26 once any row names its evidence. The columns are written once, by the reader, and only read afterwards.
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
    private var marks: [UInt16] = []
    /// The evidence number of each row; empty while no row has one.
    private var evidence: [UInt32] = []
    /// File and offset of each row, packed as 16 and 48 bits.
    private var places: [UInt64] = []
    /// The rows whose date is a deadline, in the order of the table.
    public private(set) var deadlineRows: [ReportIndex] = []
    /// The names of evidence, by number less one.
    public private(set) var evidenceNames: [String] = []
    private var evidenceByName: [String: UInt32] = [:]

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
        places.reserveCapacity(capacity)
    }

    /// The number that stands for an evidence name; the same name always gets the same number.
    public mutating func evidenceNumber(of name: String) -> UInt32 {
        if let number = evidenceByName[name] { return number }
        evidenceNames.append(name)
        let number = UInt32(evidenceNames.count)
        evidenceByName[name] = number
        return number
    }

    /// Adds a row.
    @inline(__always)
    public mutating func append(_ row: ReportRow, at place: ReportPlace) {
        commitments.append(row.commitment)
        parties.append(row.party)
        statuses.append(row.status)
        dates.append(row.date)
        marks.append(ReportMarks(row).packed)
        if row.dateKind == .deadline { deadlineRows.append(ReportIndex(dates.count - 1)) }
        if row.evidence != 0 || !evidence.isEmpty {
            while evidence.count < dates.count - 1 { evidence.append(0) }
            evidence.append(row.evidence)
        }
        places.append(UInt64(place.file) << 48 | UInt64(place.offset))
    }

    /// Adds all rows of another table, whose files become those from `fileOffset` on.
    public mutating func append(_ other: ReportTable, fileOffset: Int) {
        let before = count
        commitments += other.commitments
        parties += other.parties
        statuses += other.statuses
        dates += other.dates
        marks += other.marks
        deadlineRows += other.deadlineRows.map { ReportIndex(Int($0.rawValue) + before) }
        let shift = UInt64(fileOffset) << 48
        places += shift == 0 ? other.places : other.places.map { $0 + shift }
        guard !other.evidence.isEmpty || !evidence.isEmpty else { return }
        while evidence.count < before { evidence.append(0) }
        let numbers = other.evidenceNames.map { evidenceNumber(of: $0) }
        for row in 0..<other.count {
            let number = other.evidence.isEmpty ? 0 : other.evidence[row]
            evidence.append(number == 0 ? 0 : numbers[Int(number) - 1])
        }
    }

    /// The rows that speak of one commitment and party, in the order of the table; looks at every row.
    public func rows(of commitment: CommitmentIndex, party: PartyIndex) -> [ReportIndex] {
        commitments.indices.filter { commitments[$0] == commitment && parties[$0] == party }.map(ReportIndex.init)
    }

    /// What a row says.
    public subscript(index: ReportIndex) -> ReportRow {
        let row = Int(index.rawValue)
        let marks = ReportMarks(packed: marks[row])
        return ReportRow(
            commitment: commitments[row], party: parties[row], status: statuses[row], date: dates[row],
            dateKind: marks.dateKind, voice: marks.voice, wordGiver: marks.wordGiver, confidence: marks.confidence,
            isPartial: marks.isPartial, evidence: evidence.isEmpty ? 0 : evidence[row])
    }

    /// The voice of a row.
    @inline(__always)
    public func voice(of index: ReportIndex) -> Voice { ReportMarks(packed: marks[Int(index.rawValue)]).voice }

    /// The confidence of a row.
    @inline(__always)
    public func confidence(of index: ReportIndex) -> Confidence {
        ReportMarks(packed: marks[Int(index.rawValue)]).confidence
    }

    /// Whether a row speaks only of a part of its commitment.
    @inline(__always)
    public func isPartial(_ index: ReportIndex) -> Bool { ReportMarks(packed: marks[Int(index.rawValue)]).isPartial }

    /// The name of the evidence that a row cites, or nil.
    public func evidenceName(of index: ReportIndex) -> String? {
        guard !evidence.isEmpty, case let number = evidence[Int(index.rawValue)], number != 0 else { return nil }
        return evidenceNames[Int(number) - 1]
    }

    /// Where a row's texts lie.
    public func place(of index: ReportIndex) -> ReportPlace {
        let packed = places[Int(index.rawValue)]
        return ReportPlace(file: UInt16(packed >> 48), offset: Int(packed & 0xFFFF_FFFF_FFFF))
    }
}

/// The small marks of a row in 16 bits: voice 3, confidence 3, date kind 2, giver 1, partial 1.
private struct ReportMarks {
    var packed: UInt16

    init(packed: UInt16) { self.packed = packed }

    init(_ row: ReportRow) {
        let kind: UInt16 =
            switch row.dateKind {
            case .event: 0
            case .asOf: 1
            case .since: 2
            case .deadline: 3
            }
        packed =
            UInt16(row.voice.code) | UInt16(row.confidence.rank) << 3 | kind << 6
            | (row.wordGiver == .compiler ? 1 << 8 : 0) | (row.isPartial ? 1 << 9 : 0)
    }

    var voice: Voice {
        switch packed & 7 {
        case 0: .reviewBody
        case 1: .secretariat
        case 2: .government
        case 3: .civilSociety
        case 4: .computed
        default: .unstated
        }
    }

    var confidence: Confidence {
        switch packed >> 3 & 7 {
        case 4: .high
        case 3: .medium
        case 2: .low
        case 1: .proposed
        default: .unknown
        }
    }

    var dateKind: DateKind {
        switch packed >> 6 & 3 {
        case 0: .event
        case 1: .asOf
        case 2: .since
        default: .deadline
        }
    }

    var wordGiver: WordGiver { packed & 1 << 8 == 0 ? .source : .compiler }

    var isPartial: Bool { packed & 1 << 9 != 0 }
}
