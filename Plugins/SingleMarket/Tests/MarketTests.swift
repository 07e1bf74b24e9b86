import DateLiterals
import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import SingleMarket

extension MadeUpForum {
    /// A community with an organ of its own and one norm, "N", that binds its members.
    fileprivate init(of members: [String]) {
        self.init(members: members, since: "1991-03-26")
        organ("forum", .forum)
        word("signed", rank: 1, standing: .pending, act: .signature)
        word("provisional", rank: 2, standing: .bound, act: .provisionalApplication)
        word("ratified", rank: 2, standing: .bound, act: .consent)
        word("in force", rank: 3, standing: .bound, act: .entryIntoForce)
        word("enacted", rank: 3, standing: .bound, act: .domesticEffect)
        word("bill", rank: 1)
        word("outstanding", rank: 0)
        word("derogation granted", standing: .exempt)
        word("derogation requested", rank: 0)
        word("opted out", standing: .exempt, act: .withdrawal)
        word("not participating", standing: .notAddressed)
        word("reasons given", act: .notice)
        commit("N") { $0.legalForce = .binding }
    }

    fileprivate func assess(_ day: any MadeUpDate) -> [String: Assessment] {
        assess(SingleMarketModule.self, asOf: day)
    }

    fileprivate func inForce(_ day: any MadeUpDate) -> String? {
        inForce(SingleMarketModule.self, asOf: day)?.description
    }

    fileprivate func obligations(_ day: any MadeUpDate) -> [String: Obligation] {
        Dictionary(
            uniqueKeysWithValues: owed(SingleMarketModule.self, asOf: day).map { (definition.parties[$0.party].id, $0) }
        )
    }
}

private let market = ["ATG", "BRB", "BLZ", "DMA", "GRD", "GUY", "JAM", "KNA", "LCA", "VCT", "SUR", "TTO"]

/// The members of CARICOM; the commitment is made up.
private func caricom(_ addressees: String...) -> MadeUpForum {
    var community = MadeUpForum(of: market + ["BHS", "HTI", "MSR"])
    community.group("csme", market)
    community.commitment.adopted = "1996-03-01"
    if !addressees.isEmpty { community.commitment.addressees = addressees }
    return community
}

@Suite struct Market {
    @Test("TV-16, CAR-R14: twelve are asked; Bahamas, Haiti and Montserrat are not")
    func participants() {
        let all = caricom("csme").assess("2024-01-01")
        #expect(all.count == 12)
        #expect(all.values.allSatisfy { $0.standing == .bound })
        let named = caricom("csme", "members").assess("2024-01-01")
        #expect(named.count == 15)
        #expect(named.filter { $0.value.standing == .notAddressed }.keys.sorted() == ["BHS", "HTI", "MSR"])
        #expect(named["HTI"]?.basis.standingRule == "outside-the-market")
        #expect(named.filter { $0.value.standing != .notAddressed }.count == 12)
        #expect(caricom().assess("2024-01-01").values.filter { $0.standing == .bound }.count == 15)
    }

    @Test("CAR-R9, CAR-R10: bound at once, whatever national law says; progress is national law")
    func decision() {
        var community = caricom("csme")
        community.report("outstanding", on: "BRB", "2013-10-04")
        community.report("bill", on: "BLZ", "2013-10-04")
        community.report("enacted", on: "VCT", "2013-10-04")
        let all = community.assess("2014-01-01")
        #expect(all.values.allSatisfy { $0.standing == .bound && $0.basis.standingRule == "binds-at-community-level" })
        #expect(all["BRB"]?.progress.rank == 0)
        #expect(all["BLZ"]?.progress.rank == 1)
        #expect(all["VCT"]?.progress.rank == 3)
        #expect(all["VCT"]?.basis.progressRule == "enacted")
        #expect(all["TTO"]?.progress == .missing(.noReport))
        #expect(community.assess("1996-02-29")["BRB"]?.standing == .notAddressed)
    }

    @Test("CAR-R9: what a State does abroad takes nothing from its law; a later word on its law does")
    func enacted() {
        var community = caricom("csme")
        community.report("enacted", on: "VCT", "2013-10-04")
        community.report("ratified", on: "VCT", "2014-10-04")
        #expect(community.assess("2015-01-01")["VCT"]?.progress.rank == 3)
        community.report("outstanding", on: "VCT", "2016-10-04")
        #expect(community.assess("2017-01-01")["VCT"]?.progress.rank == 0)
    }

    @Test("CAR-R3: exempt for the time of the derogation, bound afterwards")
    func derogation() {
        var community = caricom("csme")
        community.except(.derogation, "ATG", since: "2009-07-04", until: "2014-07-04")
        community.report("derogation granted", on: "ATG", "2009-07-04")
        #expect(community.assess("2009-07-03")["ATG"]?.standing == .bound)
        #expect(community.assess("2009-07-04")["ATG"]?.standing == .exempt)
        #expect(community.assess("2014-07-03")["ATG"]?.basis.standingRule == "derogation")
        #expect(community.assess("2014-07-04")["ATG"]?.standing == .bound)
        #expect(community.assess("2014-07-04")["ATG"]?.basis.standingRule == "exception-ended")
    }

    @Test("CAR-R3: asking for a derogation changes nothing; one granted without a known end holds")
    func requested() {
        var community = caricom("csme")
        community.report("derogation requested", on: "ATG", "2018-12-13")
        #expect(community.assess("2019-01-01")["ATG"]?.standing == .bound)
        community.report("derogation granted", on: "ATG", "2019-02-27")
        #expect(community.assess("2020-01-01")["ATG"]?.standing == .exempt)
    }

    @Test("CAR-R3: opting out needs the Conference's agreement, which is a declared exception")
    func optOut() {
        var community = caricom("csme")
        community.report("opted out", on: "ATG", "2024-03-01")
        #expect(community.assess("2024-03-01")["ATG"]?.standing == .bound)
        #expect(community.assess("2024-03-01")["ATG"]?.basis.standingRule == "opt-out-not-agreed")
        community.except(.optOut, "ATG", since: "2024-06-01")
        #expect(community.assess("2024-05-31")["ATG"]?.standing == .bound)
        #expect(community.assess("2024-06-01")["ATG"]?.standing == .exempt)
        var political = caricom("csme")
        political.commitment.legalForce = .political
        political.report("opted out", on: "ATG", "2024-03-01")
        #expect(political.assess("2024-03-01")["ATG"]?.standing == .exempt, "article 27.4 is about binding decisions")
    }

    @Test("CAR-R13: enhanced cooperation asks its participants only")
    func enhancedCooperation() {
        #expect(caricom("BRB", "BLZ", "DMA", "VCT").assess("2025-10-01").keys.sorted() == ["BLZ", "BRB", "DMA", "VCT"])
    }

    @Test("the option market must name a group")
    func unknownMarket() {
        var diagnostics: [Diagnostic] = []
        _ = SingleMarketModule(
            forum: caricom().definition, options: OptionValues(["market": "oecs"]), diagnostics: &diagnostics)
        #expect(diagnostics.map(\.code) == [.marketUnknown])
        #expect(diagnostics.first?.message == "the single market 'oecs' is no group of 'made-up'")
        #expect(DiagnosticCode.singleMarketCodes.contains(.marketUnknown))
    }
}

@Suite struct Treaties {
    private func treaty(_ clause: EntryIntoForce.Clause?, _ change: (inout EntryIntoForce) -> Void = { _ in })
        -> MadeUpForum
    {
        var community = caricom()
        community.commitment.binding = .consenting
        if let clause { community.enters(clause, change) }
        return community
    }

    private func socialSecurity() -> MadeUpForum {
        var community = treaty(.deposits) { ($0.deposits, $0.rule) = (3, .firstOfNthMonth(3)) }
        community.report("ratified", on: "BLZ", "1996-09-17")
        community.report("ratified", on: "JAM", "1996-09-30")
        community.report("ratified", on: "DMA", "1997-01-24")
        return community
    }

    @Test("TV-08, CAR-R15: the first day of the third month after the month of the third ratification")
    func threshold() {
        let community = socialSecurity()
        #expect(community.inForce("1997-01-23") == nil)
        #expect(community.inForce("1997-01-24") == "1997-04-01")
        #expect(community.assess("1997-03-31")["BLZ"]?.standing == .pending)
        #expect(community.assess("1997-03-31")["BLZ"]?.basis.standingRule == "consented-not-in-force")
        #expect(community.assess("1997-04-01")["BLZ"]?.standing == .bound)
        #expect(community.assess("1997-04-01")["BLZ"]?.progress.rank == 2, "bound, and no law yet")
        #expect(community.assess("1997-04-01")["HTI"]?.standing == .invited)
    }

    @Test(
        "CAR-R15: the month of the third ratification counts, not its day",
        arguments: [
            ("1997-01-01", "1997-04-01"), ("1997-01-31", "1997-04-01"), ("1997-11-30", "1998-02-01"),
            ("1997-02", "1997-05-01"), ("1997", "1997-04-01/1998-03-01"),
        ] as [(PartialDate, String)])
    func months(third: PartialDate, entry: String) {
        var community = treaty(.deposits) { ($0.deposits, $0.rule) = (3, .firstOfNthMonth(3)) }
        community.report("ratified", on: "BLZ", "1996-09-17")
        community.report("ratified", on: "JAM", "1996-09-30")
        community.report("ratified", on: "DMA", third)
        #expect(community.inForce("1999-01-01") == entry)
    }

    @Test("CAR-R12: an amendment enters into force one month after the last ratification, an accession after its own")
    func amendment() {
        var community = MadeUpForum(of: ["BRB", "GUY"])
        community.join("SUR", since: "1995-07-04")
        community.group("csme", ["BRB", "GUY", "SUR"])
        community.commitment.binding = .consenting
        community.commitment.adopted = "1990-01-01"
        community.enters(.allIncorporated) { ($0.rule, $0.later) = (.months(1), .months(1)) }
        community.report("ratified", on: "BRB", "1994-01-10")
        #expect(community.inForce("1994-05-01") == nil)
        community.report("ratified", on: "GUY", "1994-12-31")
        #expect(community.inForce("1996-01-01") == "1995-01-31", "Suriname was no member yet")
        #expect(community.assess("1995-01-30")["BRB"]?.standing == .pending)
        #expect(community.assess("1995-01-31")["BRB"]?.standing == .bound)
        community.report("ratified", on: "SUR", "1996-01-31")
        #expect(community.assess("1996-02-28")["SUR"]?.standing == .pending)
        #expect(community.assess("1996-02-29")["SUR"]?.standing == .bound)
    }

    @Test("CAR-R12: without a rule the treaty is in force with the last instrument; of a month the day is not made up")
    func treatyItself() {
        var community = MadeUpForum(of: ["BRB", "GUY"])
        community.group("csme", ["BRB", "GUY"])
        community.commitment.binding = .consenting
        community.enters(.allIncorporated)
        community.report("ratified", on: "BRB", "2002-01-10")
        community.report("ratified", on: "GUY", "2002-02")
        #expect(community.inForce("2003-01-01") == "2002-02")
    }

    @Test("CAR-R16: signed, provisionally applied, ratified, in force, enacted")
    func ladder() {
        var community = treaty(.deposits) { $0.deposits = 2 }
        community.report("signed", on: "BRB", "2018-07-06")
        community.report("provisional", on: "BRB", "2019-02-26")
        community.report("ratified", on: "BRB", "2020-01-01")
        community.report("ratified", on: "GUY", "2021-01-01")
        community.report("enacted", on: "BRB", "2022-01-01")
        let days: [CalendarDay] = ["2018-07-05", "2018-07-06", "2019-02-26", "2020-01-01", "2021-01-01", "2022-01-01"]
        let readings = days.map { community.assess($0)["BRB"] }
        #expect(readings.map { $0?.standing } == [.invited, .pending, .bound, .bound, .bound, .bound])
        #expect(
            readings.map { $0?.basis.standingRule } == [
                "consent-needed", "word-of-report", "provisional-application", "provisional-application",
                "in-force-for-the-state", "in-force-for-the-state",
            ])
        #expect(readings.map { $0?.progress.rank } == [nil, 1, 2, 2, 2, 3])
    }

    @Test("without a clause and a date the word decides")
    func wordOnly() {
        var community = treaty(nil)
        community.report("ratified", on: "BRB", "2003-07-04")
        #expect(community.assess("2004-01-01")["BRB"]?.standing == .bound)
        community.commitment.inForce = "2006-01-01"
        #expect(community.assess("2004-01-01")["BRB"]?.standing == .pending)
        #expect(community.assess("2006-01-01")["BRB"]?.standing == .bound)
    }

    @Test("a ratification known only as of a date may be older; it is not given that day")
    func asOf() {
        var community = treaty(.deposits) { $0.deposits = 1 }
        community.report("ratified", on: "BRB", "2000-05-05", kind: .asOf)
        #expect(community.inForce("2001-01-01") == "1996-03-01/2000-05-05")
    }
}

@Suite struct Recommendations {
    private func recommendation(on date: PartialDate = "2024-02-28") -> MadeUpForum {
        var community = caricom()
        community.commitment.legalForce = .voluntary
        community.commitment.form = "recommendation"
        community.commitment.adopted = date
        return community
    }

    @Test(
        "TV-14, CAR-R4: reasons are due six months after the recommendation",
        arguments: [
            ("2024-02-28", "2024-08-28"), ("2023-08-31", "2024-02-29"), ("2022-08-31", "2023-02-28"),
            ("2024-02", "2024-08-01/2024-08-29"),
        ] as [(PartialDate, String)])
    func due(date: PartialDate, due: String) {
        let owed = recommendation(on: date).obligations("2024-03-01")
        #expect(owed.count == 15)
        #expect(owed.values.allSatisfy { $0.kind == .notice && $0.due?.description == due })
        #expect(owed.values.allSatisfy { $0.rule == "reasons-within-six-months" })
    }

    @Test("CAR-R4: owed by who does not follow it, and over once the reasons are given")
    func states() {
        var community = recommendation()
        community.report("outstanding", on: "BRB", "2024-03-01")
        community.report("enacted", on: "GUY", "2024-03-01")
        community.report("reasons given", on: "JAM", "2024-05-01")
        #expect(community.obligations("2024-02-27").isEmpty)
        #expect(community.obligations("2024-08-27")["BRB"]?.state == .upcoming)
        #expect(community.obligations("2024-08-28")["BRB"]?.state == .due)
        let late = community.obligations("2024-08-29")
        #expect(late["BRB"]?.state == .overdue)
        #expect(late["GUY"]?.state == .waived)
        #expect(late["JAM"]?.state == .submitted)
        #expect(late["JAM"]?.submitted?.description == "2024-05-01")
        #expect(late["TTO"]?.state == .due, "nobody knows whether it follows")
    }

    @Test("other commitments owe no reasons")
    func others() {
        #expect(caricom().obligations("2024-08-29").isEmpty)
    }
}
