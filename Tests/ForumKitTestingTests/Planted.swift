import Diagnostics
import FollowUpModel
import ForumKit

/// A made-up fault, planted in a module that is sound without it.
protocol Fault: Sendable {
    static var metadata: ModuleMetadata { get }
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence)
    static func plant(in obligations: inout [Obligation], _ evidence: CommitmentEvidence)
    static func inForce(_ evidence: CommitmentEvidence) -> LegalDate?
    static func complain(_ forum: ForumDefinition, _ options: OptionValues) -> Diagnostic?
}

extension Fault {
    static var metadata: ModuleMetadata { DeclarativeModule.metadata }
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {}
    static func plant(in obligations: inout [Obligation], _ evidence: CommitmentEvidence) {}
    static func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        evidence.commitment.inForce.map(LegalDate.init)
    }
    static func complain(_ forum: ForumDefinition, _ options: OptionValues) -> Diagnostic? { nil }
}

/// The declarative module with one fault.
struct Planted<Planting: Fault>: ForumModule {
    static var metadata: ModuleMetadata { Planting.metadata }
    private let sound: DeclarativeModule

    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        sound = DeclarativeModule(forum: forum, options: OptionValues(), diagnostics: &diagnostics)
        if let complaint = Planting.complain(forum, options) { diagnostics.append(complaint) }
    }

    func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        var assessments = sound.assess(evidence)
        Planting.plant(in: &assessments, evidence)
        return assessments
    }

    func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        var obligations = sound.obligations(evidence, assessments)
        Planting.plant(in: &obligations, evidence)
        return obligations
    }

    func inForce(_ evidence: CommitmentEvidence) -> LegalDate? { Planting.inForce(evidence) }
}
