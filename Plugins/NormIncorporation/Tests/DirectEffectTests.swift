import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import NormIncorporation

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
