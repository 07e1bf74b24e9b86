import Diagnostics
import FollowUpModel
import ForumKit
import Records
import Testing

/// Every name that files use is explained to readers of exports.
@Suite struct CodeListTests {
    private func expectComplete<Code: CodeValue>(_ type: Code.Type) {
        let codes = type.codes.codes ?? []
        #expect(codes.map(\.code) == type.allCases.map(\.rawValue), "\(type)")
        #expect(codes.allSatisfy { $0.doc.count > 5 && $0.doc.hasSuffix(".") }, "\(type)")
    }

    @Test func everyNameIsExplained() {
        expectComplete(Severity.self)
        expectComplete(Confidence.self)
        expectComplete(Voice.self)
        expectComplete(WordGiver.self)
        expectComplete(DateKind.self)
        expectComplete(MissingReason.self)
        expectComplete(Standing.self)
        expectComplete(StatusWord.Fit.self)
        expectComplete(Relation.self)
        expectComplete(ConsolidationRule.self)
        expectComplete(LegalForce.self)
        expectComplete(ForumKind.self)
        expectComplete(MembershipStanding.self)
        expectComplete(Obligation.Kind.self)
        expectComplete(Obligation.State.self)
        expectComplete(Direction.self)
    }
}
