import ForumKitTesting
import Testing
import TreatyBody

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(TreatyBodyModule.self).check()
    }
}
