import ForumKitTesting
import TreatyBody
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(TreatyBodyModule.self).check()
    }
}
