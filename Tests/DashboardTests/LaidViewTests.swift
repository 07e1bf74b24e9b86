import FollowUpModel
import Languages
import Testing

@testable import Dashboard

/// Views that lay their members down themselves tell what Codable would: every member, under its name, in its order.
@Suite struct LaidViewTests {
    @Test(arguments: ModelWords.languages)
    func everyPageTellsWhatCodableWould(_ language: Language) throws {
        let picture = try Samples.picture()
        for address in try Samples.dashboard().addresses { try expectSame(picture, language, address) }
    }

    /// The shipped workspace has what the small one lacks, such as translated words and several voices.
    @Test func soDoPagesOfTheShippedWorkspace() throws {
        let dashboard = try Samples.dashboard(Samples.shipped)
        let addresses = Dictionary(grouping: dashboard.addresses, by: \.kind).values.flatMap { $0.prefix(40) }
        for address in addresses { try expectSame(dashboard.picture, .french, address) }
    }

    @Test func soDoesAMatrixThatIsNarrowedAndSorted() throws {
        let picture = try Samples.picture(Samples.shipped)
        let builder = PageBuilder(picture, .spanish, .matrix(measure: "67"), live: LiveState(stamp: "made-up"))
        let filter = MatrixFilter(measure: "67", voice: .government, confidence: .high, sort: "67.2")
        let view = try #require(builder.matrix(filter))
        expectSame(view, "matrix")
    }

    private func expectSame(_ picture: Picture, _ language: Language, _ address: PageAddress) throws {
        let view = try #require(PageBuilder(picture, language, address).view(), "\(address.path)")
        expectSame(view, address.path)
    }

    private func expectSame(_ view: some PageView, _ path: String) {
        #expect(ViewDocument(of: view).json == ViewDocument(encoding: view).json, "\(path)")
    }
}
