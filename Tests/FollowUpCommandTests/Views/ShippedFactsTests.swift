import Testing

/// True facts that the pages must tell about the shipped forums.
@Suite struct ShippedFactsTests {
    typealias ForumDocument = ViewDocumentTests.ForumDocument
    typealias CountryDocument = ViewDocumentTests.CountryDocument
    typealias GapsDocument = ViewDocumentTests.GapsDocument

    private func forum(_ line: String) throws -> ForumDocument {
        try PageRun("forum \(line) --format json", workspace: PageRun.shipped).document(ForumDocument.self)
    }

    private func country(_ line: String) throws -> CountryDocument {
        try PageRun("country \(line) --format json", workspace: PageRun.shipped).document(CountryDocument.self)
    }

    @Test func venezuelaWasSuspendedFromMercosurOn5August2017() throws {
        for (date, standing) in [("2017-08-04", "member"), ("2017-08-05", "suspended"), ("2026-03-31", "suspended")] {
            let mercosur = try forum("mercosur --as-of \(date)")
            #expect(mercosur.countries.first { $0.country == "VEN" }?.standing == standing, "on \(date)")
            let residence = try #require(mercosur.commitments.first { $0.id == "MER-RES-EP" })
            let venezuela = try #require(residence.parties.first { $0.party == "VEN" })
            #expect((venezuela.standing == "suspended") == (standing == "suspended"), "on \(date)")
        }
    }

    @Test func residenceAgreementHasBeenInForceSince28July2009() throws {
        let residence = try forum("mercosur").commitments.first { $0.id == "MER-RES-ASOC" }
        #expect(residence?.inForce == "2009-07-28" && residence?.legalForce == "binding")
        #expect(residence?.number?.hasPrefix("MERCOSUR/CMC/DEC. Nº 28/02") == true)
    }

    @Test(arguments: [("2019-12-31", "member"), ("2021-01-01", "not-participating"), ("2023-06-01", "member")])
    func brazilStayedAwayFromCELAC(_ date: String, _ standing: String) throws {
        let brazil = try country("BRA --as-of \(date)")
        let celac = try #require(brazil.forums.first { $0.forum == "celac" })
        #expect(celac.standing == standing)
        let isAway = standing == "not-participating"
        #expect(celac.assessments.contains { $0.standing == "bound" } != isAway)
        #expect(celac.assessments.contains { $0.standing == "exempt" && $0.standingRule == "takes-no-part" } == isAway)
    }

    @Test func guyanaBelongsToManyForums() throws {
        let guyana = try country("guy")
        let standings = Dictionary(uniqueKeysWithValues: guyana.forums.map { ($0.forum, $0.standing) })
        #expect(standings["mercosur"] == "associate")
        #expect(standings["rcm"] == .some(nil))
        for id in ["caricom", "celac", "sacm", "un-treaties", "unasur"] { #expect(standings[id] == "member", "\(id)") }
    }

    @Test func onlyPartiesHaveCompletedTheMigrantWorkersConvention() throws {
        let treaties = try forum("un-treaties --as-of 2015-06-30")
        let convention = try #require(treaties.commitments.first { $0.id == "ICRMW" })
        let states = Dictionary(uniqueKeysWithValues: convention.parties.map { ($0.party, $0.level) })
        #expect(states["ARG"] == "complete" && states["MEX"] == "complete")
        #expect(states["HTI"] == "limited" && states["BRA"] == "limited", "signed; before parliament")
        #expect(states["CRI"] == "not-started", "not on the depositary’s list")
    }

    @Test func theListOfTheConventionReachesAsFarAsItWasRead() throws {
        func said(_ country: String, _ day: String) throws -> String {
            try CommandRun("explain", country, "67.2", "--as-of", day, width: 400).output
        }
        let panama = try said("PAN", "2025-03-01")
        #expect(panama.contains("Not started") && panama.contains("complete to 29 May 2022"))
        #expect(try said("PAN", "2015-06-30").contains("complete to 29 May 2022"))
        let matrix = try CommandRun("matrix", "--measure", "67", "--as-of", "2025-03-01", "--format", "csv").output
        #expect(matrix.split(whereSeparator: \.isNewline).count { $0.contains(",67.2,67,complete,") } == 18)
    }

    @Test func aForumAsAWholeIsExplainedAndExported() throws {
        let run = try CommandRun("explain", "MERCOSUR", "67", "--as-of", "2026-03-31", width: 200)
        #expect(run.output.hasPrefix("Why MERCOSUR has “Complete” in 67"))
        let rows = try CommandRun("matrix", "--as-of", "2026-03-31", "--format", "csv").output
            .split(whereSeparator: \.isNewline)
        #expect(rows.contains { $0.hasPrefix(",67,67,complete,") && $0.hasSuffix(",1,1,mercosur") })
        #expect(try CommandRun("explain", "can", "67.4").complaint.contains("Canada"))
    }

    @Test func linesOfMeasure72HaveNoCommitment() throws {
        let gaps = try PageRun("gaps --measure 72 --format json", workspace: PageRun.shipped)
            .document(GapsDocument.self)
        #expect(gaps.uncovered == ["72.1", "72.2", "72.3", "72.4", "72.5"])
        let countries = gaps.gaps.filter { $0.country != nil }
        #expect(countries.allSatisfy { $0.target == "72" && $0.missing == "indication-only" })
        #expect(Set(countries.map(\.country)).count == countries.count && !countries.isEmpty)
    }

    @Test func nothingOfTheShippedForumsIsRejected() throws {
        for id in ["caricom", "celac", "mercosur", "rcm", "sacm", "un-treaties"] {
            #expect(try forum(id).rejected == 0)
        }
    }
}
