import FollowUpModel
import ForumKit
import ForumKitTesting
import ForumWorkspace
import Localization
import Records

/// What `test-module` gives.
struct ContractDocument: Record {
    /// One property of the contract.
    struct Property: Record {
        let property: ContractProperty
        let text: String
        let violation: ContractViolation?

        static let schema = RecordSchema<Property>("contract-property", "What every module must keep.") {
            Field("property", "Its name.") { $0.property.rawValue }
            Field("text", "What it asks.") { $0.text }
            Field("holds", "Whether the module keeps it.") { $0.violation == nil }
            Field("seed", "The seed of the input by which it was found broken; null where none is needed.") {
                $0.violation?.seed.map(Int.init(truncatingIfNeeded:))
            }
            Field("finding", "What went wrong; in English, for the module's author.") { $0.violation?.finding }
            Field("counter-example", "The lines of the smallest input that shows it.", isInTables: false) {
                $0.violation?.counterExample ?? []
            }
        }
    }

    let forum: String
    let contract: ModuleContract
    let properties: [Property]
    let advice: ForumAdvice
    let scale: ProgressScale

    static let schema = RecordSchema<ContractDocument>("contract", "Whether a forum's module keeps its contract.") {
        Field("forum", "The forum's id.") { $0.forum }
        Field("module", "The module that reads it.") { $0.contract.metadata.name }
        Field("cases", "How many made-up inputs were tried.", unit: "inputs") { $0.contract.caseCount }
        Field("keeps-contract", "Whether every property holds.") { row in
            row.properties.allSatisfy { $0.violation == nil }
        }
        Field("properties", "The properties.") { $0.properties }
        Field("merged-words", "Words that are read as the same level.") { row in
            row.advice.merged.map { MergedWords(merged: $0, scale: row.scale) }
        }
        Field("unused-words", "Words that no report uses.") { $0.advice.unused }
        Field("unexplained-words", "Those of them without a reason.") { $0.advice.unexplained }
        Field("missing-texts", "How many texts lack a language.") { $0.advice.missing }
        Field("drifting-texts", "Texts whose numbers or dates differ between languages.") { $0.advice.drifting }
    }
}

/// Words that are read as the same place on the scale.
struct MergedWords: Record {
    let merged: ForumAdvice.Merged
    let scale: ProgressScale

    static let schema = RecordSchema<MergedWords>("merged-words", "Words that are read as the same level.") {
        Field("round", "The round whose words they are; null for the forum's own.") { $0.merged.round }
        Field("level", "The level.", .code(.levels)) { $0.scale.code(of: $0.merged.progress) }
        Field("status", "The words.") { $0.merged.words }
    }
}

extension ForumAdvice.Missing: Record {
    static let schema = RecordSchema<ForumAdvice.Missing>("missing-texts", "How many texts of a kind lack a language.")
    {
        Field("texts", "What they are.") { $0.kind.rawValue }
        Field("language", "The language.") { $0.language.code }
        Field("count", "How many lack it.", unit: "texts") { $0.count }
        Field("total", "How many there are.", unit: "texts") { $0.total }
    }
}

extension ForumAdvice.Drift: Record {
    static let schema = RecordSchema<ForumAdvice.Drift>(
        "drifting-text", "A text whose wordings tell different numbers."
    ) {
        Field("text", "What it is.") { $0.kind.rawValue }
        Field("owner", "What it belongs to.") { $0.owner }
        Field("wordings", "What each wording tells that not all of them do.") { $0.wordings }
    }
}

extension ForumAdvice.Telling: Record {
    static let schema = RecordSchema<ForumAdvice.Telling>("telling", "The numbers and dates of one wording.") {
        Field("language", "The language.") { $0.language.code }
        Field("facts", "The numbers and dates.") { $0.facts }
    }
}
