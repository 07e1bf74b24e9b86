import FollowUpModel
import ForumKit

extension RuleID {
    static let partyToTheTreaty: RuleID = "party-to-the-treaty"
    static let perhapsAParty: RuleID = "perhaps-a-party"
    static let initialReport: RuleID = "initial-report"
    static let periodicReport: RuleID = "periodic-report"
    static let dateFixedByTheBody: RuleID = "date-fixed-by-the-body"
    static let combinedReport: RuleID = "combined-report"
    static let followUpInformation: RuleID = "follow-up-information"
    static let allDueReportsCame: RuleID = "all-due-reports-came"
    static let lastDueReportCame: RuleID = "last-due-report-came"
    static let someDueReportsCame: RuleID = "some-due-reports-came"
    static let noDueReportCame: RuleID = "no-due-report-came"
    static let laterReportsUnknown: RuleID = "later-reports-unknown"
    static let nothingKnownOfDueReports: RuleID = "nothing-known-of-due-reports"
    static let firstReportAhead: RuleID = "first-report-ahead"
}

/// The rules that this module names itself.
enum ReportingRules {
    /// The rules.
    static let all: [ModuleRule] = [
        ModuleRule(.partyToTheTreaty, source: "ICRMW article 87; rule cmw-state-entry"),
        ModuleRule(.perhapsAParty),
        ModuleRule(.initialReport, source: "ICRMW article 73(1)(a), one year; rules icrmw_73_1_a and cmw-initial"),
        ModuleRule(.periodicReport, source: "ICRMW article 73(1)(b), five years; rules icrmw_73_1_b and cmw-periodic"),
        ModuleRule(
            .dateFixedByTheBody, source: "ICRMW article 73(1)(b), five years; rules icrmw_73_1_b and cmw-periodic"),
        ModuleRule(
            .combinedReport, source: "Practice of the Committee: 'initial-2nd combined', 'initial-3rd combined'"),
        ModuleRule(.followUpInformation, source: "Practice of the Committee; rule follow_up"),
        ModuleRule(
            .allDueReportsCame,
            source: "ICRMW article 73(1); CMW/C/2, rules 33-34; rules simplified_procedure and cmw-simplified"),
        ModuleRule(.lastDueReportCame, source: "CMW/C/2, rules 33-34; rules absence_review and cmw-absence"),
        ModuleRule(.someDueReportsCame, source: "ICRMW article 73(1)"),
        ModuleRule(
            .noDueReportCame, source: "ICRMW article 73(1); CMW/C/2, rules 33-34; rules absence_review and cmw-absence"),
        ModuleRule(.laterReportsUnknown, source: "ICRMW article 73(1)"),
        ModuleRule(.nothingKnownOfDueReports, source: "ICRMW article 73(1)"),
        ModuleRule(.firstReportAhead, source: "ICRMW article 73(1)(a)"),
    ]
}
