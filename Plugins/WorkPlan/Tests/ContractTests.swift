import ForumKitTesting
import WorkPlan
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(WorkPlanModule.self).check()
    }
}
