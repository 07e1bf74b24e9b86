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

/// What a workspace declares about consolidation.
public struct Consolidation: Hashable, Sendable {
    /// The rule.
    public var rule: ConsolidationRule
    /// The weight of each relation; whole numbers from 0.
    public var relationWeights: [Relation: Int]
    /// The weight of each standing that counts; whole numbers from 0.
    public var standingWeights: [Standing: Int]
    /// By how many levels forums must differ for a cell to be divergent.
    public var divergentFrom: Int
    /// After how many months without a newer report a cell is stale.
    public var staleAfterMonths: Int

    /// Makes a declaration.
    public init(
        rule: ConsolidationRule, relationWeights: [Relation: Int], standingWeights: [Standing: Int],
        divergentFrom: Int, staleAfterMonths: Int
    ) {
        self.rule = rule
        self.relationWeights = relationWeights
        self.standingWeights = standingWeights
        self.divergentFrom = divergentFrom
        self.staleAfterMonths = staleAfterMonths
    }

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
    /// How cells are consolidated.
    public var consolidation: Consolidation
    /// What is known about all forums together.
    public var background: [BackgroundItem]

    /// Makes settings.
    public init(
        id: String, name: LocalizedText, shortName: LocalizedText? = nil, languages: [Language],
        notesLanguage: Language? = nil, region: String,
        scale: ProgressScale, consolidation: Consolidation, background: [BackgroundItem]
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.languages = languages
        self.notesLanguage = notesLanguage
        self.region = region
        self.scale = scale
        self.consolidation = consolidation
        self.background = background
    }
}
