public import Diagnostics

/// A measure's or line's place among the ``Framework/targets``.
///
/// They are ordered as the framework is.
public typealias TargetIndex = PlaceIndex<Framework.Target, UInt16>

/// The reference taxonomy that every commitment is aligned to: chapters, measures, lines of action.
public struct Framework: Sendable {
    /// One chapter.
    public struct Chapter: Hashable, Sendable {
        /// The letter, such as `F`.
        public var id: String
        /// The title for people.
        public var title: LocalizedText
        /// The numbers of its first and last measure.
        public var measureNumbers: ClosedRange<Int>
        /// How much of it the workspace holds, such as `partial`.
        public var coverage: String
        /// Where it is declared.
        public var origin: SourceRange?

        /// Makes a chapter.
        public init(
            id: String, title: LocalizedText, measureNumbers: ClosedRange<Int>, coverage: String,
            origin: SourceRange? = nil
        ) {
            self.id = id
            self.title = title
            self.measureNumbers = measureNumbers
            self.coverage = coverage
            self.origin = origin
        }
    }

    /// One priority measure.
    public struct Measure: Hashable, Sendable {
        /// The running number, such as `67`.
        public var id: String
        /// The number with its chapter, such as `F.67`.
        public var code: String
        /// The chapter's letter.
        public var chapter: String
        /// The title for people.
        public var title: LocalizedText
        /// What it asks, in our words.
        public var gist: LocalizedText?
        /// Its lines of action, in order; empty where the guide gives none.
        public var lines: [Line] = []
        /// Its targets, in order.
        public var targets: [Line] = []
        /// Measures it is related to.
        public var relatedMeasures: [RelatedMeasure] = []
        /// What of it is not known.
        public var gaps: LocalizedText?
        /// Whether the workspace holds the measure in full.
        public var isPartial = false
        /// Where it is declared.
        public var origin: SourceRange

        /// Makes a measure with the least it needs; the rest is set afterwards.
        public init(id: String, code: String, chapter: String, title: LocalizedText, origin: SourceRange) {
            self.id = id
            self.code = code
            self.chapter = chapter
            self.title = title
            self.origin = origin
        }
    }

    /// A line of action or a target of a measure.
    public struct Line: Hashable, Sendable {
        /// The number, such as `67.2`.
        public var id: String
        /// The title for people.
        public var title: LocalizedText

        /// Makes a line.
        public init(id: String, title: LocalizedText) {
            self.id = id
            self.title = title
        }
    }

    /// A pointer from one measure to another.
    public struct RelatedMeasure: Hashable, Sendable {
        /// The other measure.
        public var to: String
        /// How they are related, such as `shares-content`.
        public var relation: String

        /// Makes a pointer.
        public init(to: String, relation: String) {
            self.to = to
            self.relation = relation
        }
    }

    /// What a commitment can be aligned to: a measure as a whole or one line of it.
    public struct Target: Hashable, Sendable {
        /// The measure's or line's id.
        public var id: String
        /// The place of the measure in ``Framework/measures``.
        public var measure: Int
        /// The place of the line in its measure; nil for the measure as a whole.
        public var line: Int?
    }

    /// The framework's id, such as `montevideo-consensus`.
    public let id: String
    /// The name for people.
    public let name: LocalizedText
    /// The chapters, in order.
    public let chapters: [Chapter]
    /// The measures, in the order of the file.
    public let measures: [Measure]
    /// Every measure followed by its lines, in order.
    public let targets: [Target]
    /// What is known about it, in prose.
    public let background: [BackgroundItem]
    private let targetById: [String: TargetIndex]

    /// Makes a framework; ids are expected to be unique, of two equal ones the first is kept.
    public init(
        id: String, name: LocalizedText, chapters: [Chapter], measures: [Measure], background: [BackgroundItem] = []
    ) {
        self.background = background
        self.id = id
        self.name = name
        self.chapters = chapters
        self.measures = measures
        targets = measures.enumerated().flatMap { place, measure in
            [Target(id: measure.id, measure: place, line: nil)]
                + measure.lines.enumerated().map { Target(id: $1.id, measure: place, line: $0) }
        }
        targetById = TargetIndex.places(of: targets.map(\.id))
    }

    /// The measure or line with this id, or nil.
    public func target(_ id: String) -> TargetIndex? { targetById[id] }

    /// The measure with this id or code (`67` or `F.67`), or nil.
    public func measure(_ id: String) -> Measure? { measures.first { $0.id == id || $0.code == id } }

    /// What stands at a place of ``targets``.
    public subscript(index: TargetIndex) -> Target { targets[Int(index.rawValue)] }

    /// The measure that a target is or belongs to.
    public func measure(of index: TargetIndex) -> Measure { measures[self[index].measure] }

    /// The number of lines of a measure; 0 for a line.
    public func lineCount(of index: TargetIndex) -> Int {
        self[index].line == nil ? measures[self[index].measure].lines.count : 0
    }

    /// The title of a measure or line.
    public func title(of index: TargetIndex) -> LocalizedText {
        let target = self[index]
        let measure = measures[target.measure]
        return target.line.map { measure.lines[$0].title } ?? measure.title
    }
}

/// How far a commitment and a measure or line mean the same; the SKOS mapping relations.
///
/// `broad` is said of the commitment: it is wider than the measure or line. (In SKOS terms the commitment then has
/// the line as a `narrowMatch`.)
public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The same scope.
    case exact
    /// Nearly the same scope.
    case close
    /// The commitment is wider than the measure or line.
    case broad
    /// The commitment covers only part of the measure or line.
    case narrow
    /// Each covers a part of the other.
    case intersects
    /// The commitment contributes without having the same object.
    case related
}

/// How far the level of a commitment carries to a measure or line that it is aligned to.
///
/// The relations are those of set theory (NIST IR 8477): what equals the line or contains it proves the line, what is a part
/// of it or shares a part with it proves a part, and what only has to do with it proves nothing.
public enum Ceiling: String, Hashable, Sendable, CaseIterable {
    /// The level carries over.
    case full
    /// At most the level below the highest carries over.
    case partial
    /// No level carries over: what is known is an indication.
    case indication
}

extension Relation {
    /// The ceiling that it has where the workspace declares no other.
    public var defaultCeiling: Ceiling {
        switch self {
        case .exact, .close, .broad: .full
        case .narrow, .intersects: .partial
        case .related: .indication
        }
    }
}

/// The alignment of one commitment to one measure or line.
public struct Alignment: Hashable, Sendable {
    /// The measure or line.
    public var target: TargetIndex
    /// How far they mean the same.
    public var relation: Relation
    /// How sure the alignment is.
    public var confidence: Confidence
    /// Why they are related so; nil where nobody has told.
    public var why: LocalizedText?
    /// A remark.
    public var note: String?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes an alignment.
    public init(
        target: TargetIndex, relation: Relation, confidence: Confidence, why: LocalizedText? = nil, note: String?,
        origin: SourceRange
    ) {
        self.target = target
        self.relation = relation
        self.confidence = confidence
        self.why = why
        self.note = note
        self.origin = origin
    }
}
