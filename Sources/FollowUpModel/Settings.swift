public import Diagnostics

/// How the contributions of several forums become one cell.
public enum ConsolidationRule: String, Hashable, Sendable, CaseIterable {
    /// The lower median, each contribution weighted by relation and standing.
    case weightedMedian = "weighted-median"
    /// The least of all.
    case weakest
    /// The most of all.
    case strongest
    /// The one with the newest report.
    case latest
    /// The level that most contributions have; of equally many the lower one.
    case majority
}

/// Commitments that together cover a measure or line: where a country has met all of them, it has met the line.
public struct Cover: Hashable, Sendable {
    /// The id of the measure or line.
    public var target: String
    /// The commitments, each as `forum/commitment`; two or more.
    public var commitments: [String]
    /// Why they cover it together.
    public var why: LocalizedText?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a cover.
    public init(target: String, commitments: [String], why: LocalizedText?, origin: SourceRange) {
        self.target = target
        self.commitments = commitments
        self.why = why
        self.origin = origin
    }
}

/// What a workspace declares about consolidation.
public struct Consolidation: Hashable, Sendable {
    /// The rule.
    public var rule: ConsolidationRule
    /// The weight of each relation; whole numbers from 0.
    public var relationWeights: [Relation: Int] = [:]
    /// How far the level carries by each relation; a relation that isn't named has its ``Relation/defaultCeiling``.
    public var ceilings: [Relation: Ceiling] = [:]
    /// The weight of each standing that counts; whole numbers from 0.
    public var standingWeights: [Standing: Int] = [:]
    /// How many hundredths of the parts of a whole that ask the country must have a word for the whole to get a level.
    public var quorum = 50
    /// Commitments that together cover a line, each of which covers a part.
    public var covers: [Cover] = []
    /// By how many levels forums must differ for a cell to be divergent.
    public var divergentFrom = 2
    /// After how many months without a newer report a cell is stale.
    public var staleAfterMonths = 60

    /// Makes a declaration of the rule; the rest is set afterwards.
    public init(rule: ConsolidationRule) { self.rule = rule }

    /// How far the level of a commitment carries by a relation.
    public func ceiling(of relation: Relation) -> Ceiling { ceilings[relation] ?? relation.defaultCeiling }

    /// The weight of a contribution: that of its relation times that of its standing; 0 when it doesn't count.
    public func weight(relation: Relation, standing: Standing) -> Int {
        guard standing.counts else { return 0 }
        return (relationWeights[relation] ?? 1) * (standingWeights[standing] ?? 1)
    }
}

/// What workspace.yaml declares for all forums together.
public struct WorkspaceSettings: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// A few words for the head of every page; nil where nobody has told.
    public var shortName: LocalizedText?
    /// The languages of the public texts, in order of preference.
    public var languages: [Language]
    /// The language of notes, remarks and background; nil where nobody has told.
    public var notesLanguage: Language?
    /// The group of countries that the picture shows.
    public var region: String
    /// The progress scale.
    public var scale: ProgressScale
    /// Until when the data of all forums reach, where that is declared; else the newest of the forums tells.
    public var dataUntil: PartialDate?
    /// Where that is declared.
    public var dataUntilRange: SourceRange?
    /// Reports below this confidence don't speak unless somebody asks for them.
    public var minConfidence = Confidence.unknown
    /// How cells are consolidated.
    public var consolidation: Consolidation
    /// How the picture is made, for its readers; nil where nobody has told.
    public var method: LocalizedText?
    /// What is known about all forums together.
    public var background: [BackgroundItem] = []

    /// Makes settings with the least they need; the rest is set afterwards.
    public init(
        id: String, name: LocalizedText, languages: [Language], region: String, scale: ProgressScale,
        consolidation: Consolidation
    ) {
        self.id = id
        self.name = name
        self.languages = languages
        self.region = region
        self.scale = scale
        self.consolidation = consolidation
    }
}
