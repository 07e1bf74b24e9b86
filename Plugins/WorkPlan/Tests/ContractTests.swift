import ForumKitTesting
import Testing
import WorkPlan

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(WorkPlanModule.self).check()
    }
}
