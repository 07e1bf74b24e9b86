import FollowUpModel
import ForumKit

extension RuleID {
    static let outsideTheMarket: RuleID = "outside-the-market"
    static let bindsAtCommunityLevel: RuleID = "binds-at-community-level"
    static let exceptionEnded: RuleID = "exception-ended"
    static let optOutNotAgreed: RuleID = "opt-out-not-agreed"
    static let enacted: RuleID = "enacted"
    static let reasonsWithinSixMonths: RuleID = "reasons-within-six-months"
}

/// The rules that assessments of market commitments name as their basis.
enum MarketRules {
    static let all: [ModuleRule] = [
        ModuleRule(.outsideTheMarket, source: "CSME participation (CAR-R14)"),
        ModuleRule(
            .bindsAtCommunityLevel,
            source: "Revised Treaty arts. 9 and 240; Caribbean Court of Justice (CAR-R9, CAR-R10)"),
        ModuleRule(.exceptionEnded, source: "Revised Treaty art. 27.4 (CAR-R3)"),
        ModuleRule(.optOutNotAgreed, source: "Revised Treaty art. 27.4 (CAR-R3)"),
        ModuleRule(.enacted, source: "Revised Treaty arts. 9 and 240 (CAR-R9)"),
        ModuleRule(.reasonsWithinSixMonths, source: "Revised Treaty art. 27.6 (CAR-R4)"),
    ]
}
