import FollowUpModel
import ForumKit

extension RuleID {
    static let boundWithReservation: RuleID = "bound-with-reservation"
    static let boundWithDeclaration: RuleID = "bound-with-declaration"
    static let denouncedNotYetEffective: RuleID = "denounced-not-yet-effective"
    static let denunciationPerhapsEffective: RuleID = "denunciation-perhaps-effective"
    static let awaitsEntry: RuleID = "awaits-entry"
    static let entryPerhapsPassed: RuleID = "entry-perhaps-passed"
    static let signed: RuleID = "signed"
    static let signatureDoesNotBind: RuleID = "signature-does-not-bind"
    static let signatureTakenBack: RuleID = "signature-taken-back"
    static let wordsWithoutConsent: RuleID = "words-without-consent"
}

/// The rules that this module names itself.
enum TreatyRules {
    /// The rules.
    static let all: [ModuleRule] = [
        ModuleRule(
            .inForceForTheState,
            source: "Vienna Convention on the Law of Treaties, articles 2(1)(g) and 24; for ICRMW article 87"),
        ModuleRule(.boundWithReservation, source: "Vienna Convention on the Law of Treaties, articles 19 to 21"),
        ModuleRule(.boundWithDeclaration, source: "for ICRMW articles 76 and 77"),
        ModuleRule(
            .denouncedNotYetEffective,
            source: "Vienna Convention on the Law of Treaties, articles 54 and 56; for ICRMW article 89"),
        ModuleRule(.denunciationPerhapsEffective),
        ModuleRule(
            .denounced, source: "Vienna Convention on the Law of Treaties, articles 54 and 70; for ICRMW article 89"),
        ModuleRule(.awaitsEntry, source: "Vienna Convention on the Law of Treaties, article 24; for ICRMW article 87"),
        ModuleRule(.entryPerhapsPassed),
        ModuleRule(.signed, source: "Vienna Convention on the Law of Treaties, articles 14 and 18"),
        ModuleRule(.signatureDoesNotBind, source: "Vienna Convention on the Law of Treaties, article 14"),
        ModuleRule(.signatureTakenBack, source: "Vienna Convention on the Law of Treaties, article 18(a)"),
        ModuleRule(.wordsWithoutConsent),
    ]
}
