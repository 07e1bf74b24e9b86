import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import NormIncorporation

@Suite struct Denominators {
    @Test("TV-03, MER-R9: Venezuela counts until the day before its suspension")
    func venezuela() {
        #expect(denominator(mercosur(), "2017-08-04") == ["ARG", "BRA", "PRY", "URY", "VEN"])
        #expect(denominator(mercosur(), "2017-08-05") == four)
    }

    @Test("MER-R9: Paraguay is out from 29 June 2012 until some day of August 2013")
    func paraguay() {
        #expect(denominator(mercosur(), "2012-06-28").contains("PRY"))
        #expect(!denominator(mercosur(), "2012-06-29").contains("PRY"))
        #expect(!denominator(mercosur(), "2013-08-30").contains("PRY"))
        #expect(denominator(mercosur(), "2013-08-31").contains("PRY"))
    }

    @Test("MER-R9: what a suspended State incorporated stays visible; it neither counts nor is held to act")
    func suspendedHistory() {
        var community = incorporated()
        community.commitment.adopted = "2015-01-01"
        community.report("incorporada", on: "VEN", "2016-01-01")
        let reading = community.assess("2020-03-01")["VEN"]
        #expect(reading?.standing == .suspended)
        #expect(reading?.progress.rank == 3)
        #expect(community.inForce("2020-03-01") == "2020-02-09")
    }

    @Test("MER-R9: the States of the day of the notice count, not those of today")
    func dayOfNotice() {
        var community = mercosur(adopted: "2016-01-01")
        community.enters(.allIncorporated) { $0.notice = "2017-08-04" }
        for state in four { community.report("incorporada", on: state, "2017-01-01") }
        #expect(community.inForce("2018-01-01") == nil, "Venezuela still counted on 4 August 2017")
        community.enters(.allIncorporated) { $0.notice = "2017-08-05" }
        #expect(community.inForce("2018-01-01") == "2017-09-04")
    }

    @Test("MER-R9: a State suspended at the time of the notice comes in by its own act")
    func suspendedThen() {
        var community = MadeUpForum(of: ["ARG", "BRA"])
        community.join("PRY", since: "1991-03-26", suspended: DatedInterval(since: "2012-06-29", until: "2013-08"))
        community.commitment.adopted = "2011-01-01"
        community.enters(.allIncorporated) { $0.notice = "2012-07-10" }
        for state in ["ARG", "BRA"] { community.report("incorporada", on: state, "2012-01-01") }
        #expect(community.inForce("2014-01-01") == "2012-08-09")
        #expect(community.assess("2014-01-01")["PRY"]?.progress == .missing(.noReport))
        community.report("incorporada", on: "PRY", "2014-02-02")
        #expect(community.assess("2014-02-02")["PRY"]?.progress.rank == 3)
    }

    @Test("MER-R10: Bolivia is out for norms of before its membership, in for later ones")
    func bolivia() {
        #expect(denominator(mercosur(adopted: "2024-08-06"), "2024-08-07") == four)
        #expect(denominator(mercosur(adopted: "2024-08-07"), "2024-08-07") == ["ARG", "BOL", "BRA", "PRY", "URY"])
        #expect(denominator(mercosur(adopted: "2024-08-07"), "2024-08-06") == four)
        #expect(denominator(mercosur(adopted: "2024"), "2025-01-01").contains("BOL"), "not certainly older")
        #expect(!denominator(mercosur(adopted: "2024-07"), "2025-01-01").contains("BOL"))
        #expect(!denominator(mercosur(), "2029-01-01").contains("BOL"))
    }

    @Test("associates and organs never count")
    func associates() {
        var community = mercosur()
        community.commitment.addressees = ["members", "associates", "forum"]
        #expect(denominator(community, "2020-01-01") == four)
    }
}

@Suite struct NewStateParty {
    @Test("TV-05, MER-R10: thirty days after the deposit, four years to adopt")
    func accession() {
        let bolivia = Accession(deposit: LegalDate("2024-07-08" as PartialDate))
        #expect(bolivia.statePartyOn.description == "2024-08-07")
        #expect(bolivia.adoptionDeadline.description == "2028-08-07")
        let leap = Accession(deposit: LegalDate("2024-01-30" as PartialDate))
        #expect(leap.statePartyOn.description == "2024-02-29")
        #expect(leap.adoptionDeadline.description == "2028-02-29")
        #expect(Accession(deposit: LegalDate("2023-01-30" as PartialDate)).adoptionDeadline.description == "2027-03-01")
    }

    @Test("MER-R10: pending in the period, overdue after it")
    func period() {
        let community = mercosur()
        #expect(community.assess("2024-08-06")["BOL"] == nil, "an associate is not asked by a norm for members")
        #expect(community.assess("2024-08-07")["BOL"]?.basis.standingRule == "adoption-period")
        #expect(community.assess("2028-08-07")["BOL"]?.standing == .pending)
        let late = community.assess("2028-08-08")["BOL"]
        #expect(late?.standing == .bound)
        #expect(late?.isOverdue == false, "nobody says that it was missed")
        #expect(late?.basis.standingRule == "adoption-overdue")
        #expect(community.obligations("2024-08-06").isEmpty)
        let owed = community.obligations("2024-08-07")
        #expect(owed.keys.sorted() == ["BOL"])
        #expect(owed["BOL"]?.kind == .adoption)
        #expect(owed["BOL"]?.due?.description == "2028-08-07")
        #expect(owed["BOL"]?.state == .notYetDue)
        #expect(community.obligations("2028-08-07")["BOL"]?.state == .notYetDue)
        #expect(community.obligations("2028-08-08")["BOL"]?.state == .passed)
    }

    @Test("MER-R10: adopted in time")
    func adopted() {
        var community = mercosur()
        community.report("incorporada", on: "BOL", "2026-03-03")
        #expect(community.assess("2026-03-03")["BOL"]?.standing == .bound)
        #expect(community.obligations("2030-01-01")["BOL"]?.state == .met)
        #expect(community.assess("2030-01-01")["BOL"]?.isOverdue == false)
    }

    @Test("MER-R10: a later norm needs Bolivia like any other State")
    func laterNorm() {
        let community = mercosur(adopted: "2025-01-01")
        #expect(community.assess("2026-01-01")["BOL"]?.basis.standingRule == "binding-norm")
        #expect(community.obligations("2026-01-01").isEmpty)
    }
}
