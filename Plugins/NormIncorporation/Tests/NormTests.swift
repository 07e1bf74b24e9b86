import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import NormIncorporation

extension MadeUpForum {
    /// A community with an organ of its own and one norm, "N", that binds its members.
    fileprivate init(of members: [String]) {
        self.init(members: members, since: "1991-03-26")
        organ("forum", .forum)
        word("pendiente", rank: 0)
        word("en trámite", rank: 1, act: .approval)
        word("incorporada", rank: 3, standing: .bound, act: .incorporation)
        word("vigente", rank: 3, standing: .bound, act: .entryIntoForce)
        word("suscripto", rank: 1, standing: .pending, act: .signature)
        word("depositada", rank: 2, standing: .bound, act: .consent)
        word("reglamentado", rank: 3, standing: .bound, act: .domesticEffect)
        word("no aplica", rank: 0)
        word("aviso", act: .notice)
        word("publicada", act: .publication)
        word("derogada", act: .repeal)
        word("objetada", standing: .exempt)
        word("denunciada", rank: 0, act: .denunciation)
        commit("N") { $0.legalForce = .binding }
    }

    fileprivate func assess(_ day: any MadeUpDate) -> [String: Assessment] {
        assess(NormIncorporationModule.self, asOf: day)
    }

    fileprivate func inForce(_ day: any MadeUpDate) -> String? {
        inForce(NormIncorporationModule.self, asOf: day)?.description
    }

    fileprivate func obligations(_ day: any MadeUpDate) -> [String: Obligation] {
        Dictionary(
            uniqueKeysWithValues: owed(NormIncorporationModule.self, asOf: day).map {
                (definition.parties[$0.party].id, $0)
            })
    }
}

private let four = ["ARG", "BRA", "PRY", "URY"]

/// The States of MERCOSUR with their dates as the reference gives them; the norm is made up.
private func mercosur(adopted: PartialDate = "2019-12-05") -> MadeUpForum {
    var community = MadeUpForum(of: ["ARG", "BRA", "URY"])
    community.join("PRY", since: "1991-03-26", suspended: DatedInterval(since: "2012-06-29", until: "2013-08"))
    community.join("VEN", since: "2012", suspended: DatedInterval(since: "2017-08-05"))
    community.join("BOL", as: .associate, since: "1996", until: "2024-08-07")
    community.join("BOL", since: "2024-08-07", adoption: DatedInterval(since: "2024-08-07", until: "2028-08-07"))
    community.join("COL", as: .associate, since: "2004-12-16")
    community.commitment.adopted = adopted
    return community
}

private func incorporated(by states: [String] = four, notice: PartialDate? = "2020-01-10") -> MadeUpForum {
    var community = mercosur()
    community.enters(.allIncorporated)
    for state in states { community.report("incorporada", on: state, "2020-01-02") }
    if let notice { community.report("aviso", on: "forum", notice) }
    return community
}

private func denominator(_ community: MadeUpForum, _ day: CalendarDay) -> [String] {
    RollCall(of: community.definition, on: day).denominator(of: community.commitment).map {
        community.definition.parties[$0].id
    }
}

@Suite struct SimultaneousEntry {
    @Test("TV-01, MER-R3: thirty days after the notice, once all have incorporated")
    func thirtyDaysAfterNotice() {
        let community = incorporated()
        #expect(community.inForce("2020-01-09") == nil)
        #expect(community.inForce("2020-01-10") == "2020-02-09")
        let before = community.assess("2020-02-08")
        let after = community.assess("2020-02-09")
        #expect(
            four.allSatisfy { before[$0]?.progress.rank == 2 && before[$0]?.basis.progressRule == "days-after-notice" })
        #expect(four.allSatisfy { after[$0]?.progress.rank == 3 && after[$0]?.basis.progressRule == "newest-report" })
        #expect(four.allSatisfy { after[$0]?.standing == .bound })
    }

    @Test(
        "MER-R3: month ends, leap days and partial dates",
        arguments: [
            ("2020-01-31", "2020-03-01"), ("2021-01-31", "2021-03-02"), ("2020-12-02", "2021-01-01"),
            ("2020-02", "2020-03-02/2020-03-30"),
        ] as [(PartialDate, String)])
    func calendar(notice: PartialDate, entry: String) {
        #expect(incorporated(notice: notice).inForce("2021-12-31") == entry)
    }

    @Test("MER-R3: a month for a notice makes the entry possible, not certain")
    func uncertain() {
        let community = incorporated(notice: "2020-02")
        #expect(community.assess("2020-03-29")["ARG"]?.basis.progressRule == "days-after-notice")
        #expect(community.assess("2020-03-30")["ARG"]?.progress.rank == 3)
    }

    @Test("MER-R3: one State missing, and it is in force nowhere")
    func oneMissing() {
        let community = incorporated(by: ["ARG", "BRA", "PRY"])
        #expect(community.inForce("2024-01-01") == nil)
        let all = community.assess("2024-01-01")
        #expect(all["ARG"]?.progress.rank == 2)
        #expect(all["ARG"]?.voices == 2...2)
        #expect(all["ARG"]?.basis.progressRule == "incorporation-missing")
        #expect(all["ARG"]?.basis.report != nil)
        #expect(all["URY"]?.progress == .missing(.noReport))
        #expect(all["URY"]?.basis.standingRule == "binding-norm", "MER-R1, MER-R5")
    }

    @Test("MER-R3: all incorporated, no notice known")
    func noNotice() {
        let community = incorporated(notice: nil)
        #expect(community.inForce("2024-01-01") == nil)
        #expect(community.assess("2024-01-01")["BRA"]?.basis.progressRule == "notice-awaited")
    }

    @Test("MER-R3: a notice does not come before the last incorporation")
    func earlyNotice() {
        var community = incorporated(by: ["ARG", "BRA", "PRY"])
        community.report("incorporada", on: "URY", "2020-01-11")
        #expect(community.inForce("2024-01-01") == nil)
    }

    @Test("the option days-after-notice; a clause's own rule goes first; a declared notice counts from its day")
    func options() {
        var community = incorporated(notice: nil)
        community.options["days-after-notice"] = "40"
        community.enters(.allIncorporated) { $0.notice = "2020-01-10" }
        #expect(community.inForce("2020-02-01") == "2020-02-19")
        #expect(community.inForce("2020-01-09") == nil)
        community.enters(.allIncorporated) { ($0.notice, $0.rule) = ("2020-01-10", .days(30)) }
        #expect(community.inForce("2020-02-01") == "2020-02-09")
    }

    @Test("MER-R4: a norm without a declared clause comes under article 40, a political text does not")
    func withoutClause() {
        var community = incorporated(notice: nil)
        community.commitment.entryIntoForce = nil
        #expect(community.assess("2024-01-01")["ARG"]?.progress.rank == 2)
        community.commitment.legalForce = .political
        #expect(community.assess("2024-01-01")["ARG"]?.progress.rank == 3)
    }

    @Test("MER-R6: no incorporation needed, in force as its own text says, and nothing held back")
    func noIncorporation() {
        var community = mercosur()
        community.enters(.allIncorporated) { $0.requiresIncorporation = false }
        #expect(community.inForce("2024-01-01") == "2019-12-05")
        #expect(community.assess("2024-01-01")["ARG"]?.basis.standingRule == "no-incorporation-needed")
        community.enters(.allIncorporated) { ($0.requiresIncorporation, $0.deferredTo) = (false, "2020-03-01") }
        #expect(community.inForce("2024-01-01") == "2020-03-01")
        #expect(community.obligations("2025-01-01").isEmpty)
    }

    @Test("MER-R3: what the forum's own organ reports of its task puts no norm into force")
    func organ() {
        var community = incorporated(by: ["ARG"], notice: nil)
        community.report("vigente", on: "forum", "2021-03-26")
        #expect(community.inForce("2024-01-01") == "2021-03-26", "told of a norm that asks the States only")
        community.commitment.addressees = ["members", "forum"]
        #expect(community.inForce("2024-01-01") == nil)
        #expect(community.assess("2024-01-01")["ARG"]?.progress.rank == 2)
        #expect(community.assess("2024-01-01")["URY"]?.progress == .missing(.noReport))
    }

    @Test("a deadline that has passed while the norm is held is overdue")
    func overdue() {
        var community = incorporated(by: ["ARG"])
        community.commitment.deadline = Deadline(.date("2021-01-01"))
        #expect(community.assess("2021-01-02")["ARG"]?.isOverdue == true)
        #expect(community.obligations("2024-09-01").keys.sorted() == ["ARG", "BOL", "BRA", "PRY", "URY"])
        #expect(community.obligations("2024-09-01")["BOL"]?.kind == .adoption)
    }

    @Test("a repealed norm asks nothing any more")
    func repealed() {
        var community = incorporated()
        community.report("derogada", on: "forum", "2022-05-05")
        #expect(community.assess("2022-05-04")["ARG"]?.standing == .bound)
        #expect(community.assess("2022-05-05")["ARG"]?.standing == .exempt)
    }
}

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
        #expect(late?.isOverdue == true)
        #expect(late?.basis.standingRule == "adoption-overdue")
        #expect(community.obligations("2024-08-06").isEmpty)
        let owed = community.obligations("2024-08-07")
        #expect(owed.keys.sorted() == ["BOL"])
        #expect(owed["BOL"]?.kind == .adoption)
        #expect(owed["BOL"]?.due?.description == "2028-08-07")
        #expect(owed["BOL"]?.state == .upcoming)
        #expect(community.obligations("2028-08-07")["BOL"]?.state == .due)
        #expect(community.obligations("2028-08-08")["BOL"]?.state == .overdue)
    }

    @Test("MER-R10: adopted in time")
    func adopted() {
        var community = mercosur()
        community.report("incorporada", on: "BOL", "2026-03-03")
        #expect(community.assess("2026-03-03")["BOL"]?.standing == .bound)
        #expect(community.obligations("2030-01-01")["BOL"]?.state == .submitted)
        #expect(community.assess("2030-01-01")["BOL"]?.isOverdue == false)
    }

    @Test("MER-R10: a later norm needs Bolivia like any other State")
    func laterNorm() {
        let community = mercosur(adopted: "2025-01-01")
        #expect(community.assess("2026-01-01")["BOL"]?.basis.standingRule == "binding-norm")
        #expect(community.obligations("2026-01-01").isEmpty)
    }
}

@Suite struct AnnexedAgreements {
    private func agreement(_ clause: EntryIntoForce.Clause, _ change: (inout EntryIntoForce) -> Void = { _ in })
        -> MadeUpForum
    {
        var community = mercosur(adopted: "2008-06-30")
        community.commitment.binding = .consenting
        community.commitment.addressees = ["members", "associates"]
        community.enters(clause, change)
        return community
    }

    @Test("TV-06, MER-R7: in force on signature, for those who signed")
    func onSignature() {
        var community = agreement(.onSignature) { $0.requiresIncorporation = false }
        #expect(community.inForce("2008-06-30") == "2008-06-30")
        for state in ["ARG", "BRA", "COL"] { community.report("suscripto", on: state, "2008-06-30") }
        #expect(community.assess("2008-06-29")["ARG"]?.standing == .notAddressed)
        let day = community.assess("2008-06-30")
        #expect(day["ARG"]?.standing == .bound)
        #expect(day["ARG"]?.basis.standingRule == "in-force-for-the-state")
        #expect(day["ARG"]?.progress.rank == 3)
        #expect(day["ARG"]?.basis.progressRule == "in-force-here")
        #expect(day["COL"]?.standing == .bound)
        #expect(day["PRY"]?.standing == .invited)
        #expect(day["PRY"]?.progress == .missing(.noReport))
    }

    @Test("MER-R7: deposits plus days; before that consent is pending")
    func deposits() {
        var community = agreement(.deposits) { ($0.deposits, $0.rule, $0.later) = (2, .days(30), .days(30)) }
        community.report("depositada", on: "ARG", "2009-01-31")
        #expect(community.inForce("2009-02-01") == nil)
        community.report("depositada", on: "BRA", "2010-01-31")
        community.report("depositada", on: "URY", "2011-05-05")
        #expect(community.inForce("2010-02-01") == "2010-03-02")
        #expect(community.assess("2010-03-01")["ARG"]?.basis.standingRule == "consented-not-in-force")
        #expect(community.assess("2010-03-01")["ARG"]?.standing == .pending)
        #expect(community.assess("2010-03-02")["ARG"]?.standing == .bound)
        #expect(community.assess("2011-06-03")["URY"]?.standing == .pending)
        #expect(community.assess("2011-06-04")["URY"]?.standing == .bound)
    }

    @Test("MER-R11: an associate is under the agreement on the day it accedes; its implementing act may come later")
    func accession() {
        var community = agreement(.allIncorporated)
        community.commitment.inForce = "2009-07-28"
        community.report("depositada", on: "COL", "2012-06-29")
        community.report("reglamentado", on: "COL", "2013-07-11")
        #expect(community.assess("2012-06-28")["COL"]?.standing == .invited)
        #expect(community.assess("2012-06-29")["COL"]?.standing == .bound)
        #expect(community.assess("2012-06-29")["COL"]?.progress.rank == 3)
        #expect(community.assess("2013-07-11")["COL"]?.basis.progressRule == "newest-report")
    }

    @Test("a word on practice after the entry into force stays what it is")
    func practice() {
        var community = agreement(.onSignature)
        community.report("suscripto", on: "ARG", "2008-06-30")
        community.report("no aplica", on: "ARG", "2010-01-01")
        #expect(community.assess("2010-01-01")["ARG"]?.progress.rank == 0)
    }

    @Test("a denunciation ends it after its time")
    func denunciation() {
        var community = agreement(.onSignature) { $0.withdrawal = .months(6) }
        community.report("suscripto", on: "ARG", "2008-06-30")
        community.report("denunciada", on: "ARG", "2015-08-31")
        #expect(community.assess("2016-02-28")["ARG"]?.basis.standingRule != "denounced")
        #expect(community.assess("2016-02-29")["ARG"]?.standing == .invited)
        #expect(community.assess("2016-02-29")["ARG"]?.basis.standingRule == "denounced")
    }

    @Test("MER-R8: sixty days of consultation")
    func consultation() {
        let deadline = NormIncorporationModule.consultationDeadline(draftAgreed:)
        #expect(deadline(LegalDate("2003-01-15" as PartialDate)).description == "2003-03-16")
        #expect(deadline(LegalDate("2004-01-01" as PartialDate)).description == "2004-03-01")
    }
}

@Suite struct DirectEffect {
    private func andean(adopted: PartialDate = "2021-05-12") -> MadeUpForum {
        var community = MadeUpForum(of: ["BOL", "COL", "ECU", "PER"])
        community.join("VEN", since: "1973-02-13", until: "2006-04-22")
        community.options["effect"] = "direct"
        community.commitment.adopted = adopted
        return community
    }

    @Test("can-binding-on-approval: bound from approval, whatever else is missing")
    func approval() {
        let community = andean()
        #expect(community.assess("2021-05-11")["PER"]?.standing == .notAddressed)
        #expect(community.assess("2021-05-12")["PER"]?.standing == .bound)
        #expect(community.assess("2021-05-12")["PER"]?.basis.standingRule == "binding-on-approval")
        #expect(community.inForce("2021-05-12") == nil)
        #expect(community.assess("2021-05-12")["PER"]?.progress == .missing(.noReport))
    }

    @Test("can-direct-applicability: from publication, or the later date of the text")
    func publication() {
        var community = andean()
        community.report("publicada", on: "forum", "2021-05-13")
        #expect(community.inForce("2021-05-12") == nil)
        #expect(community.inForce("2021-05-13") == "2021-05-13")
        community.enters(.onPublication) { $0.deferredTo = "2021-08-11" }
        #expect(community.inForce("2021-06-01") == "2021-08-11")
        #expect(community.assess("2021-08-10")["COL"]?.basis.standingRule == "binding-on-approval")
        #expect(community.assess("2021-08-11")["COL"]?.basis.standingRule == "applies-directly")
        #expect(community.assess("2021-08-11")["COL"]?.progress == .missing(.noReport), "nothing is known of practice")
        community.enters(.onPublication) { $0.deferredTo = "2020-01-01" }
        #expect(community.inForce("2021-06-01") == "2021-05-13", "a date before the publication changes nothing")
    }

    @Test("can-express-incorporation: then it applies country by country")
    func express() {
        for clause in [EntryIntoForce.Clause.perState, .onPublication] {
            var community = andean()
            community.enters(clause) { ($0.published, $0.requiresIncorporation) = ("2021-05-13", true) }
            community.report("incorporada", on: "PER", "2022-01-01")
            let all = community.assess("2022-01-01")
            #expect(all["PER"]?.progress.rank == 3)
            #expect(all["COL"]?.progress == .missing(.noReport))
            #expect(all["COL"]?.standing == .bound)
            #expect(all["PER"]?.basis.standingRule == "applies-directly")
            #expect(all["COL"]?.basis.standingRule == "binding-on-approval")
        }
    }

    @Test("a member that has left is not asked any more")
    func withdrawn() {
        #expect(andean(adopted: "2001-06-22").assess("2006-04-21")["VEN"]?.standing == .bound)
        #expect(andean(adopted: "2001-06-22").assess("2006-04-22")["VEN"] == nil)
    }

    @Test("sica-council-binding: one member's legal objection does not stop the others")
    func objection() {
        var community = andean()
        community.enters(.onSignature)
        community.report("objetada", on: "ECU", "2021-06-01")
        community.report("reglamentado", on: "BOL", "2021-07-01")
        let all = community.assess("2022-01-01")
        #expect(all["ECU"]?.standing == .exempt)
        #expect(all["BOL"]?.standing == .bound)
        #expect(all["BOL"]?.progress.rank == 3)
        #expect(all["PER"]?.basis.standingRule == "applies-directly")
        #expect(community.inForce("2022-01-01") == "2021-05-12")
    }

    @Test("no deadline but the text's own: a bound member owes by it")
    func deadline() {
        var community = andean()
        community.commitment.deadline = Deadline(.date("2021-12-31"))
        community.report("reglamentado", on: "BOL", "2021-07-01")
        let owed = community.obligations("2022-01-01")
        #expect(owed["BOL"]?.state == .submitted)
        #expect(owed["PER"]?.state == .overdue)
    }
}
