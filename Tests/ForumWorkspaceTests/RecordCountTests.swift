import ForumWorkspace
import SystemIO
import Testing

/// Records counted as report files are read.
@Suite struct RecordCountTests {
    @Test func countsPlainAndOddRecords() {
        let file = "a,b,c\n1,2,3\n4,\"5,\n5\",6\r\n7,8\n9,10,11"
        let count = RecordCount(of: FileBytes(file))
        #expect(count.plain == 2)
        #expect(count.odd == 2)
    }

    @Test func takesTheDelimiterFromTheHeader() {
        #expect(RecordCount(of: FileBytes("\u{FEFF}a;b\n1;2\n3;4\n")).plain == 2)
    }

    @Test(arguments: ["", "a,b", "a,b\n"]) func nothingBelowTheHeader(file: String) {
        let count = RecordCount(of: FileBytes(file))
        #expect(count.plain + count.odd == 0)
    }
}
