import Declaration
import ForumKitTesting
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(DeclarationModule.self).check()
    }
}
