import FollowUpModel
import ForumKit

extension RuleID {
    static let observersNeverCount: RuleID = "observers-never-count"
    static let notListed: RuleID = "not-listed"
    static let onlyTheDecisionAdopts: RuleID = "only-the-decision-adopts"
    static let planLapsed: RuleID = "plan-lapsed"
    static let activityCancelled: RuleID = "activity-cancelled"
    static let notesPerYear: RuleID = "notes-per-year"
    static let effectAhead: RuleID = "effect-ahead"
    static let incorporated: RuleID = "incorporated"
    static let notIncorporated: RuleID = "not-incorporated"
}

/// The rules that only this module names.
enum WorkPlanRules {
    static let all: [ModuleRule] = [
        ModuleRule(.observersNeverCount, source: "RCM-R2, SACM-R2: rules of RCM and SACM on observers"),
        ModuleRule(.notListed, source: "SACM-R3, RCM-R2; our reading of adoption by those present"),
        ModuleRule(.onlyTheDecisionAdopts, source: "RCM-R3: chain of outputs up to the Vice-Ministers"),
        ModuleRule(.planLapsed),
        ModuleRule(.activityCancelled),
        ModuleRule(.notesPerYear, source: "RCM-R5: two information notes a year on the fund for return"),
        ModuleRule(.inForceForTheState, source: "unasur-entry: UNASUR Constitutive Treaty, article 26"),
        ModuleRule(.effectAhead, source: "unasur-entry: UNASUR Constitutive Treaty, article 26"),
        ModuleRule(.incorporated, source: "unasur-consensus-incorporation: UNASUR Constitutive Treaty, article 12"),
        ModuleRule(.notIncorporated, source: "unasur-consensus-incorporation: UNASUR Constitutive Treaty, article 12"),
    ]
}
