import Diagnostics
import FollowUpModel
import LocatedYAML

/// workspace.yaml: what all forums have in common.
struct WorkspaceFile: YAMLRecord {
    static var schemaName: String { "workspace" }
    static var schemaSummary: String { "What all forums of this folder have in common." }

    var settings: WorkspaceSettings
    var framework: Located<String>
    var countries: Located<String>
    var regionRange: SourceRange?
    /// Where each level of the scale is named.
    var levelRanges: [SourceRange]
    /// Where the step back is described.
    var contraryRange: SourceRange?
    /// The languages of public texts, with their places.
    var languages: [Located<String>]
    /// The forums that the folder is to have, with their places; empty where it may have any.
    var forums: [Located<String>]

    static func read(_ record: inout RecordReader) -> WorkspaceFile? {
        let id = record.required("workspace", .identifier, "The workspace's id.")
        let name = record.required("name", .localized, "The name for people.")
        let shortName = record.optional("short-name", .localized, "A few words for the head of every page.")
        let framework = record.required("framework", .locatedText, "The framework's file, from here.")
        let countries = record.required("countries", .locatedText, "The countries' file, from here.")
        let languages = record.required(
            "languages", .list(of: .located(.languageTag), nonEmpty: true),
            "The languages of public texts, the preferred one first.")
        let notesLanguage = record.optional(
            "notes-language", .languageTag,
            "The language of notes, remarks and background, so that readers aloud know it.")
        let region = record.required("region", .name, "The group of countries that the picture shows.")
        let levels = record.required(
            "progress", .list(of: .level, nonEmpty: true),
            "The progress scale that all forums share, the least level first.")
        let contrary = record.required(
            "contrary", .contrary, "A step back, which is off the scale.")
        let dataUntil = record.optional(
            "data-until", .partialDate, "Until when the data of all forums reach; without it the newest forum tells.")
        let minConfidence = record.optional(
            "min-confidence", .confidence, default: .unknown,
            "Reports below this confidence don't speak unless somebody asks for them.")
        let consolidation = record.required(
            "consolidation", .consolidation, "How several forums become one cell.")
        let method = record.optional("method", .localized, "How the picture is made, for its readers.")
        let background = record.list("background", of: .background, "What is known of all forums.")
        let forums = record.list(
            "forums", of: .located(.identifier), "The forums that this folder has: one that is missing is an error.")
        guard let id, let name, let framework, let countries, let languages, let region, let levels,
            let contrary, let consolidation
        else { return nil }
        guard levels.count <= ProgressScale.mostLevels else {
            record.report(
                .error(
                    .outOfRange, at: record.keyRange("progress"),
                    "the progress scale has \(levels.count) levels; it can have \(ProgressScale.mostLevels) at most"))
            return nil
        }
        var settings = WorkspaceSettings(
            id: id, name: name, languages: languages.map { Language($0.value) }, region: region,
            scale: ProgressScale(ordered: levels.map(\.value), contrary: contrary), consolidation: consolidation)
        settings.shortName = shortName
        settings.notesLanguage = notesLanguage.map(Language.init)
        settings.dataUntil = dataUntil
        settings.dataUntilRange = record.valueRange("data-until")
        settings.minConfidence = minConfidence
        settings.method = method
        settings.background = background
        return WorkspaceFile(
            settings: settings, framework: framework, countries: countries, regionRange: record.valueRange("region"),
            levelRanges: levels.map(\.range), contraryRange: record.valueRange("contrary"), languages: languages,
            forums: forums)
    }
}

extension YAMLType<Located<ProgressLevel>> {
    static let level = record("level", "One level of the progress scale.") { record in
        let id = record.required("level", .locatedName, "The level's name in files.")
        let level = ProgressLevel.read(&record, id: id?.value ?? "")
        guard let id, let level else { return nil }
        return Located(level, at: id.range)
    }
}

extension YAMLType<ProgressLevel> {
    static let contrary = record("contrary", "How a step back is shown.") { record in
        ProgressLevel.read(&record, id: "contrary")
    }
}

extension ProgressLevel {
    /// Reads the keys that a level and the step back have in common.
    fileprivate static func read(_ record: inout RecordReader, id: String) -> ProgressLevel? {
        let name = record.required("name", .localized, "The name for people.")
        let letter = record.required("letter", .text, "One letter that stands for it where there is no colour.")
        let sign = record.required("sign", .text, "One sign that stands for it.")
        guard let name, let letter, let sign else { return nil }
        return ProgressLevel(id: id, name: name, letter: letter, sign: sign)
    }
}

extension YAMLType<Consolidation> {
    static let consolidation = record(
        "consolidation", "How the contributions of several forums become one cell."
    ) { record in
        let rule = record.required(
            "rule",
            .enumeration(ConsolidationRule.self) { rule in
                switch rule {
                case .weightedMedian: "The lower median, weighted by relation and standing."
                case .weakest: "The least of all contributions."
                case .strongest: "The most of all contributions."
                case .latest: "The contribution with the newest report."
                case .majority: "The level that most contributions have; of equally many the lower one."
                }
            }, "The rule.")
        var consolidation = Consolidation(rule: rule ?? .weightedMedian)
        let relations = record.dictionary(
            "relations", keys: .word(from: Relation.allCases.map { YAMLWord($0.rawValue) }), of: .integer(in: 0...1000),
            "The weight of each relation of the crosswalk.")
        let ceilings = record.dictionary(
            "ceilings", keys: .word(from: Relation.allCases.map { YAMLWord($0.rawValue) }),
            of: .enumeration(Ceiling.self) { ceiling in
                switch ceiling {
                case .full: "The level carries over."
                case .partial: "At most the level below the highest carries over."
                case .indication: "No level carries over."
                }
            }, "How far the level of a commitment carries by each relation of the crosswalk.")
        let standings = record.dictionary(
            "standings", keys: .word(from: Standing.allCases.filter(\.counts).map { YAMLWord($0.rawValue) }),
            of: .integer(in: 0...1000), "The weight of each standing that counts.")
        consolidation.quorum = record.optional(
            "quorum", .integer(in: 0...100), default: consolidation.quorum,
            "How many hundredths of the parts of a whole must have a word for the whole to get a level.")
        consolidation.covers = record.list(
            "covers", of: .cover, "Commitments that together cover a measure or line.")
        consolidation.divergentFrom = record.optional(
            "divergent-from", .integer(in: 1...100), default: consolidation.divergentFrom,
            "By how many levels forums must differ for a cell to be divergent.")
        consolidation.staleAfterMonths = record.optional(
            "stale-after-months", .integer(in: 1...1200), default: consolidation.staleAfterMonths,
            "After how many months without a newer report a cell is stale.")
        func table<Key: Hashable & RawRepresentable<String>, Entry>(_ entries: [YAMLEntry<Entry>]) -> [Key: Entry] {
            Dictionary(
                entries.compactMap { entry in Key(rawValue: entry.key.value).map { ($0, entry.value) } },
                uniquingKeysWith: { first, _ in first })
        }
        consolidation.relationWeights = table(relations)
        consolidation.ceilings = table(ceilings)
        consolidation.standingWeights = table(standings)
        for (key, weights) in [("relations" as StaticString, relations), ("standings", standings)]
        where !weights.isEmpty && weights.allSatisfy({ $0.value == 0 }) {
            record.report(
                .warning(.noWeight, at: record.valueRange(key), "all weights are 0, so nothing counts"))
        }
        return rule == nil ? nil : consolidation
    }
}

extension YAMLType<Cover> {
    static let cover = record(
        "cover", "Commitments that together cover a measure or line, each a part of it."
    ) { record in
        let target = record.required("target", .identifier, "The measure's or line's number, in quotes.")
        let commitments = record.required(
            "commitments", .list(of: .text, nonEmpty: true), "The commitments, each as forum/commitment.")
        let why = record.optional("why", .localized, "Why they cover it together.")
        guard let target, let commitments, let origin = record.range else { return nil }
        return Cover(target: target, commitments: commitments, why: why, origin: origin)
    }
}
