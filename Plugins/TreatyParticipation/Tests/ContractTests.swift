import ForumKitTesting
import Testing
import TreatyParticipation

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(TreatyParticipationModule.self).check()
    }
}
