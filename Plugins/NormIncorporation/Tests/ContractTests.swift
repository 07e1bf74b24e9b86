import ForumKitTesting
import NormIncorporation
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(NormIncorporationModule.self).check()
    }
}
