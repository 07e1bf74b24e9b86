import Diagnostics
import Testing

@testable import ForumWorkspace

/// Dates that are written otherwise, and what they may mean.
@Suite struct DatesMeantTests {
    @Test(arguments: [
        ("23 Feb 2007", ["2007-02-23"]), ("10 août 2004", ["2004-08-10"]), ("10 de agosto de 2004", ["2004-08-10"]),
        ("August 10, 2004", ["2004-08-10"]), ("1er mai 2010", ["2010-05-01"]), ("3rd of June 2012", ["2012-06-03"]),
        ("setembro de 2015", ["2015-09"]), ("Dez 2015", ["2015-12"]), ("２０１２-０６-３０", ["2012-06-30"]),
        ("2012/6/30", ["2012-06-30"]), (" 2012-06-30", ["2012-06-30"]), ("30.06.2012", ["2012-06-30"]),
        ("6/2012", ["2012-06"]), ("2012/6", ["2012-06"]), ("12/31/2012", ["2012-12-31"]),
        ("03/04/2012", ["2012-04-03", "2012-03-04"]), ("04/04/2012", ["2012-04-04"]),
        // No reading, or none that is certain.
        ("jui 2010", []), ("31/02/2012", []), ("3/4/12", []), ("23 Foo 2007", []), ("2012", []), ("soon", []),
        ("10 10 10 2004", []), ("2004 2005", []), ("", []), ("12 2 2004 A", []),
    ])
    func give(_ text: String, _ dates: [String]) { #expect(text.datesMeant() == dates) }

    @Test func theColumnDecidesWhatComesFirst() {
        #expect("03/04/2012".datesMeant(in: .dayFirst) == ["2012-04-03"])
        #expect("03/04/2012".datesMeant(in: .monthFirst) == ["2012-03-04"])
        #expect(DayOrder(of: ["03/04/2012", "30/06/2012"]) == .dayFirst)
        #expect(DayOrder(of: ["03/04/2012", "06/30/2012"]) == .monthFirst)
        #expect(DayOrder(of: ["30/06/2012", "06/30/2012"]) == .unknown)
        #expect(DayOrder(of: ["03/04/2012", "2012-06-30"]) == .unknown)
    }

    @Test func aTableOffersWhatItsColumnTells() throws {
        func fixes(_ dates: [String]) throws -> [[String]] {
            let rows = dates.map { "A-1,ARG,cumplida,\($0)\n" }.joined()
            let files = try Fixture.base(with: ["andes/reports/2020.csv": "commitment,party,status,date\n\(rows)"])
            return try load(files).diagnostics.filter { $0.code == .badDate }.map { $0.fixIts.map(\.summary) }
        }
        let both = ["replace with '2012-04-03'", "replace with '2012-03-04'"]
        #expect(try fixes(["03/04/2012"]) == [both])
        #expect(try fixes(["03/04/2012", "25/04/2012"]) == [[both[0]], ["replace with '2012-04-25'"]])
        #expect(try fixes(["03/04/2012", "04/25/2012"]) == [[both[1]], ["replace with '2012-04-25'"]])
    }
}
