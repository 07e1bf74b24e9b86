/// An act that a report can tell of, in a vocabulary that all modules share.
public enum LegalAct: String, Hashable, Sendable, CaseIterable {
    /// The text was signed for the State.
    case signature
    /// The parliament approved it.
    case approval
    /// The State consented to be bound: it deposited a ratification, accession or succession.
    case consent
    /// The State brought the norm into its domestic law and notified it.
    case incorporation
    /// The norm was published in the forum's official gazette.
    case publication
    /// The secretariat told the States that all of them have incorporated the norm.
    case notice
    /// The text entered into force.
    case entryIntoForce = "entry-into-force"
    /// The State gave it effect at home: enacted, promulgated, regulated or applied it.
    case domesticEffect = "domestic-effect"
    /// The State applies it provisionally.
    case provisionalApplication = "provisional-application"
    /// The State denounced it.
    case denunciation
    /// The text was repealed.
    case repeal
    /// A report fell due.
    case reportDue = "report-due"
    /// The body sent or published a list of issues.
    case listOfIssues = "list-of-issues"
    /// The State's report came in.
    case reportReceived = "report-received"
    /// The body reviewed the State.
    case review
    /// The body reviewed the State without a report.
    case reviewInAbsence = "review-in-absence"
    /// The body adopted or published its concluding observations.
    case observations
    /// Follow-up information fell due.
    case followUpDue = "follow-up-due"
    /// Follow-up information came in.
    case followUpReceived = "follow-up-received"
    /// The State announced that it will report.
    case announced
    /// The State was put on the list of those who report.
    case listed
    /// The State put off its report.
    case postponed
    /// The State presented its report.
    case presented
    /// The text was adopted with the State.
    case adoption
    /// The State joined the text.
    case endorsement
    /// The State did not give its consent to the text.
    case dissociation
    /// The State withdrew from the text.
    case withdrawal
    /// The State came back to the text.
    case `return`
    /// What was planned was cancelled.
    case cancellation
}
