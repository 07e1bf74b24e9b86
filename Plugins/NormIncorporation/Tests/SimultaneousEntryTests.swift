import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import NormIncorporation

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
        #expect(community.obligations("2021-01-02")["URY"]?.state == .passed)
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
