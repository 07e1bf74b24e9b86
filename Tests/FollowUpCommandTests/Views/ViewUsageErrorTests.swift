import FollowUpCommand
import Testing

/// What the pages say to who asks for something that isn't there.
@Suite struct ViewMisuseTests {
    @Test(arguments: [
        ("country XAZ --lang en", "followup: No country has the code ‘XAZ’\n  XAA, XBB, XCC, XDD\n"),
        ("country XAZ --lang es", "followup: Ningún país tiene el código «XAZ»\n  XAA, XBB, XCC, XDD\n"),
        ("forum harbor --lang en", "followup: No forum is called ‘harbor’; did you mean ‘harbour’?\n"),
        ("forum LAKE --lang en", "followup: No forum is called ‘LAKE’\n  harbour, river\n"),
        ("forum harbour --forum river --lang en", "followup: ‘followup forum’ shows one forum; leave out --forum\n"),
        ("country XAA --forum rivers --lang en", "followup: No forum is called ‘rivers’; did you mean ‘river’?\n"),
        (
            "gaps --as-of yesterday --lang en",
            "followup: 'yesterday' is not a date\n  write 2015-06-30, 2015-06 or 2015\n"
        ),
    ])
    func namesTheNearest(_ line: String, _ complaint: String) throws {
        let run = try PageRun(line)
        #expect(run.status == .usageError)
        #expect(run.complaint == complaint)
        #expect(run.output.isEmpty)
    }

    @Test(arguments: ["measure 9", "gaps --measure 9", "divergences --measure 9", "country XAA --measure 9"])
    func refusesUnknownMeasures(_ line: String) throws {
        let run = try PageRun("\(line) --lang en")
        #expect(run.status == .usageError)
        #expect(run.complaint.hasPrefix("followup: The framework has no measure ‘9’"))
    }

    @Test func dataErrorsEndStrictRuns() throws {
        let run = try PageRun("gaps --strict --lang en")
        #expect(run.status == .dataErrors)
        #expect(run.complaint == "followup: The data has errors; what can be read is shown. Run followup check\n")
        #expect(run.output.contains("report rows that could not be read and count nowhere: 1 (run followup check)"))
    }

    @Test func emptyPagesSaySo() throws {
        let nobody = try PageRun("measure 4 --lang en")
        #expect(nobody.output.contains("No commitment is aligned to 4\n"))
        #expect(nobody.output.contains("no commitment shown here asks these countries\n"))
        #expect(nobody.output.contains("Only part of this measure is in this workspace\n"))
        let alone = try PageRun("country XAA --forum river --measure 2 --lang en")
        #expect(alone.status == .success)
        #expect(!alone.output.contains("Commitments of each forum"))
        let csv = try PageRun("country XAA --forum river --measure 2 --format csv")
        #expect(
            csv.output.hasPrefix("country,target,")
                && csv.output.hasSuffix(",parts-known,parts-count,joint-forum\r\n"))
        #expect(csv.output.count { $0 == "\r\n" } == 1)
    }
}
