import ForumKitTesting
import TreatyParticipation
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(TreatyParticipationModule.self).check()
    }
}
