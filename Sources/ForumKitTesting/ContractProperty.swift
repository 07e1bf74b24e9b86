public import Localization

/// Something that every forum module keeps, whatever it is given.
public enum ContractProperty: String, Hashable, Sendable, CaseIterable {
    /// Summary, rules and options have texts in the four languages and names of their own in kebab case; no text is
    /// left over.
    case completeTexts = "complete-texts"
    /// Defaults and examples are values of their option's kind, and a forum with them can be read.
    case acceptedOptions = "accepted-options"
    /// Every input can be read; a module in Swift always does, a program may fail.
    case answers
    /// The same input gives the same output.
    case deterministic
    /// The order of the rows in the files changes nothing where no two reports have the same date.
    case orderOfReports = "order-of-reports"
    /// The order of parties, memberships and groups changes nothing.
    case orderOfParties = "order-of-parties"
    /// Nobody is assessed who is not addressed, nobody twice, and all in the order of the parties.
    case addressedOnly = "addressed-only"
    /// A report dated after a day changes nothing at that day.
    case laterReports = "later-reports"
    /// Every assessment names rules of the metadata, and a report that may speak on the party.
    case basis
    /// Every obligation is one of an assessed party, and names a rule of the metadata and a report on the party.
    case obligationBasis = "obligation-basis"
    /// Progress and voices are a level of the scale or a step back.
    case onTheScale = "on-the-scale"
    /// Who has no report has no progress; the lowest level where the very report is owed and late.
    case noReportNoProgress = "no-report-no-progress"
    /// What is voluntary is never overdue; the reasons that a treaty asks of who doesn't follow it may be.
    case voluntaryNeverOverdue = "voluntary-never-overdue"
    /// An entry into force that a source tells stands as it is told; a voluntary text may have none.
    case inForceAsTold = "in-force-as-told"
    /// Twice the reports take no more than about twice the work.
    case linear
}

extension ContractProperty: Worded {
    /// Its words: each says the property in one sentence.
    public static let words = Words<Self>("contract")
}
