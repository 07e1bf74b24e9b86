import FollowUpModel
import ForumKit

extension RuleID {
    static let bindingNorm: RuleID = "binding-norm"
    static let noIncorporationNeeded: RuleID = "no-incorporation-needed"
    static let bindingOnApproval: RuleID = "binding-on-approval"
    static let appliesDirectly: RuleID = "applies-directly"
    static let adoptionPeriod: RuleID = "adoption-period"
    static let adoptionOverdue: RuleID = "adoption-overdue"
    static let incorporationMissing: RuleID = "incorporation-missing"
    static let noticeAwaited: RuleID = "notice-awaited"
    static let daysAfterNotice: RuleID = "days-after-notice"
    static let inForceHere: RuleID = "in-force-here"
    static let repealed: RuleID = "repealed"
}

/// The rules that assessments of norms name as their basis.
enum NormRules {
    static let all: [ModuleRule] = [
        ModuleRule(.bindingNorm, source: "Ouro Preto Protocol art. 38 and 42 (MER-R1, MER-R5)"),
        ModuleRule(.noIncorporationNeeded, source: "CMC DEC 23/00 art. 5 (MER-R6)"),
        ModuleRule(
            .bindingOnApproval,
            source: "Andean Court Treaty art. 2 (can-binding-on-approval); Tegucigalpa Protocol arts. 16, 21-22"
                + " (sica-council-binding)"),
        ModuleRule(
            .appliesDirectly, source: "Andean Court Treaty art. 3 (can-direct-applicability, can-express-incorporation)"
        ),
        ModuleRule(.adoptionPeriod, source: "Protocol of accession of the State (MER-R10)"),
        ModuleRule(.adoptionOverdue, source: "Protocol of accession of the State (MER-R10)"),
        ModuleRule(.incorporationMissing, source: "Ouro Preto Protocol art. 40 (MER-R3, MER-R9)"),
        ModuleRule(.noticeAwaited, source: "Ouro Preto Protocol art. 40 (ii) (MER-R3)"),
        ModuleRule(.daysAfterNotice, source: "Ouro Preto Protocol art. 40 (iii) (MER-R3)"),
        ModuleRule(
            .inForceHere,
            source: "Ouro Preto Protocol art. 40; Andean Court Treaty art. 3 (can-direct-applicability,"
                + " can-express-incorporation); the agreement's own clause (MER-R7, MER-R11)"),
        ModuleRule(.repealed),
    ]
}
