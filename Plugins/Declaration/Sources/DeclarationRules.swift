import FollowUpModel
import ForumKit

extension RuleID {
    static let adoptedByConsensus: RuleID = "adopted-by-consensus"
    static let adoptedOverObjections: RuleID = "adopted-over-objections"
    static let joinedAfterAdoption: RuleID = "joined-after-adoption"
}

/// The rules that only this module names.
enum DeclarationRules {
    static let all: [ModuleRule] = [
        ModuleRule(.adoptedByConsensus, source: "CELAC-R1 for CELAC; elsewhere the practice of the forum"),
        ModuleRule(.adoptedOverObjections, source: "CELAC-R2, after the declaration of Tegucigalpa of 2025"),
        ModuleRule(.joinedAfterAdoption),
    ]
}
