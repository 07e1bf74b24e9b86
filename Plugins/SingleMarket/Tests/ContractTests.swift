import ForumKitTesting
import SingleMarket
import Testing

@Suite struct ContractTests {
    @Test func theModuleKeepsTheContract() throws {
        try ModuleContract(SingleMarketModule.self).check()
    }
}
