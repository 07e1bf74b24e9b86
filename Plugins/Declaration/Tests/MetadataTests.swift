import Declaration
import FollowUpModel
import ForumKit
import Testing

@Suite("Declaration: what it says about itself")
struct MetadataTests {
    @Test("every rule has its own id and a text in four languages")
    func rules() {
        let rules = DeclarationModule.metadata.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules {
            #expect(rule.text.wordings.count { !$0.text.isEmpty } == 4, "\(rule.id)")
        }
        #expect(DeclarationModule.metadata.summary.wordings.count == 4)
    }
}
