import ForumKitTesting
import PeriodicReview
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(PeriodicReviewModule.self).check()
    }
}
