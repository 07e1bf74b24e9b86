import FollowUpCommand
import TerminalText
import Testing

/// The pages on the made-up workspace, as people and programs see them.
@Suite struct ViewGoldenTests {
    static let pages = [
        "country": "country XAA", "country-limited": "country xdd --forum river --as-of 2021-06 --measure A.1",
        "forum": "forum harbour", "measure": "measure 1", "gaps": "gaps", "divergences": "divergences",
        "matrix": "matrix --measure 1", "status": "status", "due": "due --all",
    ]

    @Test(arguments: pages.keys.sorted(), ["en", "es"])
    func readsWell(_ page: String, _ language: String) throws {
        let run = try PageRun("\(try #require(Self.pages[page])) --lang \(language)")
        #expect(run.status == .success)
        try run.expectGolden("\(page).\(language).txt")
    }

    @Test(arguments: pages.keys.sorted(), ["csv", "json", "markdown"])
    func staysTheSameForPrograms(_ page: String, _ format: String) throws {
        let run = try PageRun("\(try #require(Self.pages[page])) --format \(format)")
        #expect(run.status == .success)
        try run.expectGolden("\(page).\(format == "markdown" ? "md" : format)")
    }

    @Test(arguments: pages.values.sorted())
    func colourAddsNothingButColour(_ line: String) throws {
        let plain = try PageRun(line).output
        let coloured = try PageRun(line, usesColour: true).output
        #expect(coloured != plain)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test(arguments: zip(["en", "es", "pt", "fr"], [60, 80, 120, 60]))
    func fitsTheTerminal(_ language: String, _ width: Int) throws {
        let lines = ["country GUY", "forum caricom", "forum sacm", "measure 67", "gaps", "divergences"]
        for line in lines {
            let run = try PageRun(
                "\(line) --lang \(language)", workspace: PageRun.shipped, width: width)
            #expect(run.status == .success)
            for text in run.output.split(separator: "\n") where String(text).terminalWidth > width {
                Issue.record("\(line) has a line wider than \(width): \(text)")
            }
        }
    }
}
