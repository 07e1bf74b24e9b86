import Diagnostics
import Localization
import LocatedYAML
import Testing

@testable import ForumWorkspace

/// Every code is explained, has a name of its own and is raised by some broken workspace.
@Suite struct WorkspaceCodeTests {
    private static let codes = DiagnosticCode.workspaceCodes + DiagnosticCode.languageCodes

    @Test func everyCodeIsRaised() throws {
        var raised = Set(try Fixture.all.flatMap { try load($0.files()).diagnostics.map(\.code) })
        raised.formUnion(try Slip.all.flatMap { try load($0.files()).diagnostics.map(\.code) })
        let accepting = Slip("accepts what isn't there", .framework, ("", "accept: {said-twice: made up}\n"))
        raised.formUnion(try load(accepting.files()).diagnostics.map(\.code))
        // More rows than a golden should hold: 201 that are rejected, 201 that have a warning.
        let rows = String(repeating: "A-1,ARG,nada,2020\nA-1,ARG,Cumplida,2020\n", count: 201)
        let many = try load(Fixture.base(with: ["andes/reports/2021.csv": "commitment,party,status,date\n" + rows]))
        raised.formUnion(many.diagnostics.map(\.code))
        #expect(Self.codes.filter { !raised.contains($0) }.map(\.name) == [])
        let all = Set(Self.codes + DiagnosticCode.yamlCodes)
        #expect(raised.filter { !all.contains($0) }.map(\.name).sorted() == [], "codes that no array lists")
    }

    @Test(arguments: codes)
    func isExplained(_ code: DiagnosticCode) {
        #expect(code.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        #expect(code.summary.count > 15 && !code.summary.hasSuffix("."))
        #expect(code.explanation.count > 60)
        #expect(code.explanation.hasSuffix("."))
        #expect(code.explanation != code.summary)
    }

    @Test func namesAreUnique() {
        let all = Self.codes + DiagnosticCode.yamlCodes
        #expect(Set(all).count == all.count)
    }
}
