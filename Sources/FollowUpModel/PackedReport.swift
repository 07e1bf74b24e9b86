/// A row as the reader of a report file makes it: everything in numbers, nothing that costs memory of its own.
package struct PackedReport: Sendable {
    /// The commitment it speaks of.
    package var commitment: CommitmentIndex
    /// The date of the statement.
    package var date: PartialDate
    /// The party it speaks of.
    package var party: PartyIndex
    /// The forum's own word.
    package var status: StatusIndex
    /// Voice, confidence, date kind, giver and partiality.
    package var marks: ReportMarks
    /// The number of the evidence among the names that its stretch cites, from 1; 0 for none.
    package var evidence: UInt32
    /// The byte at which the record begins, counted from the start of its stretch.
    package var offset: UInt32
    /// The hash of the report's id; 0 for a report without one.
    package var idHash: UInt32

    /// Makes a row.
    @inlinable
    package init(
        commitment: CommitmentIndex, date: PartialDate, party: PartyIndex, status: StatusIndex, marks: ReportMarks,
        evidence: UInt32, offset: UInt32, idHash: UInt32
    ) {
        self.commitment = commitment
        self.date = date
        self.party = party
        self.status = status
        self.marks = marks
        self.evidence = evidence
        self.offset = offset
        self.idHash = idHash
    }
}

/// The small marks of a row in 16 bits: voice 3, confidence 3, date kind 2, giver 1, partial 1.
public struct ReportMarks: Hashable, Sendable {
    @usableFromInline var packed: UInt16

    /// Packs marks.
    @inlinable
    public init(
        voice: Voice = .unstated, confidence: Confidence = .unknown, dateKind: DateKind = .event,
        wordGiver: WordGiver = .source, isPartial: Bool = false
    ) {
        packed = UInt16(voice.code) | UInt16(confidence.rank) << 3 | UInt16(dateKind.code) << 6
        if wordGiver == .compiler { packed |= 1 << 8 }
        if isPartial { packed |= 1 << 9 }
    }

    /// Packs the marks of a row.
    @inlinable
    public init(_ row: ReportRow) {
        self.init(
            voice: row.voice, confidence: row.confidence, dateKind: row.dateKind, wordGiver: row.wordGiver,
            isPartial: row.isPartial)
    }

    /// Packs the codes of marks: ``Voice/code``, ``Confidence/rank``, ``DateKind/code``, 1 for a word of the compiler.
    @inlinable
    package init(voice: UInt32, confidence: UInt32, dateKind: UInt32, giver: UInt32, isPartial: Bool) {
        let joined = voice | confidence << 3 | dateKind << 6 | giver << 8 | (isPartial ? 1 << 9 : 0)
        packed = UInt16(truncatingIfNeeded: joined)
    }

    /// Whose word it is.
    @inlinable
    public var voice: Voice { Voice(code: UInt8(truncatingIfNeeded: packed & 7)) }

    /// How far it can be relied on.
    @inlinable
    public var confidence: Confidence { Confidence(rank: Int(packed >> 3 & 7)) }

    /// What the date says.
    @inlinable
    public var dateKind: DateKind { DateKind(code: UInt8(truncatingIfNeeded: packed >> 6 & 3)) }

    /// Who chose the word.
    @inlinable
    public var wordGiver: WordGiver { packed & 1 << 8 == 0 ? .source : .compiler }

    /// Whether it speaks only of a part of its commitment.
    @inlinable
    public var isPartial: Bool { packed & 1 << 9 != 0 }
}
