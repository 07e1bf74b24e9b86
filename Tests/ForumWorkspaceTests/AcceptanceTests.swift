import Diagnostics
import Testing

@testable import ForumWorkspace

/// What people accept where it stands; all data are made up.
@Suite struct AcceptanceTests {
    private static let slip = Slip(
        "", .commitments, ("legal-force: political", "legal-force: political, adopted: 2021, accept: [ACCEPT]"),
        says: "report-before-adoption")

    private func load(accepting text: String, forum: String = "") throws -> Loaded {
        var slip = Self.slip
        slip.edits[0].1.replace("ACCEPT", with: text)
        return try ForumWorkspaceTests.load(slip.files(with: forum.isEmpty ? [:] : ["andes/forum.yaml": forum]))
    }

    @Test func aCommitmentAcceptsWhatItsReportsSay() throws {
        let loaded = try load(accepting: "report-before-adoption: the law is older")
        #expect(loaded.codes == [])
        #expect(loaded.reading.accepted.map(\.code.name) == ["report-before-adoption", "report-before-adoption"])
    }

    @Test func aForumAcceptsForAllItsFiles() throws {
        let forum = "accept:\n  - report-before-adoption: the laws are older\n"
        #expect(try load(accepting: "", forum: forum).codes == [])
        #expect(try load(accepting: "", forum: "accept: {report-before-adoption: older}\n").codes == [])
    }

    @Test func aCodeNeedsAReason() throws {
        let loaded = try load(accepting: "report-before-adoption")
        #expect(Set(loaded.codes) == ["wrong-kind", "report-before-adoption"])
        #expect(loaded.diagnostics.contains { $0.help == "write accept: [report-before-adoption: why it is right]" })
    }

    @Test func aRowAcceptsWhatIsSaidOfIt() throws {
        func codes(_ accept: String) throws -> [String] {
            let slip = Slip(
                "", .reports, ("voice,note", "voice,accept"), ("government,made up", "government,"), (",made up", ","),
                ("", "R-3,A-2,BOL,cumplida,2011,,\(accept)\n"))
            return try ForumWorkspaceTests.load(slip.files()).codes
        }
        #expect(try codes("") == ["report-before-membership"])
        #expect(try codes("report-before-membership: it signed before") == [])
        #expect(try codes("report-before-membership: so it was | not-addressed: x") == ["accepts-nothing"])
        #expect(Set(try codes("report-before-membership")) == ["report-before-membership", "accepts-nothing"])
    }

    @Test func whatIsNotThereIsSaid() throws {
        let loaded = try load(accepting: "report-before-adoption: x, said-twice: x")
        #expect(loaded.codes == ["accepts-nothing"])
        let misspelt = try load(accepting: "report-before-adopton: x")
        let fix = misspelt.diagnostics.first { $0.code.name == "accepts-nothing" }?.fixIts.first
        #expect(fix?.edits.first?.replacement == "report-before-adoption")
    }

    @Test func anotherRecordAcceptsNothing() throws {
        var slip = Self.slip
        slip.edits[0].1 = "legal-force: political, adopted: 2021"
        slip.edits.append(("Another one}", "Another one}, accept: [report-before-adoption: x]"))
        #expect(Set(try ForumWorkspaceTests.load(slip.files()).codes) == ["report-before-adoption", "accepts-nothing"])
    }

    @Test func anErrorIsNeverAccepted() throws {
        let slip = Slip("", .commitments, ("id: A-2", "id: A-1"), ("", "accept: [duplicate-id: x]\n"))
        #expect(try ForumWorkspaceTests.load(slip.files()).codes == ["duplicate-id"])
    }
}
