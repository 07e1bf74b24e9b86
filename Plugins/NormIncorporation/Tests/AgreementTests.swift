import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@testable import NormIncorporation

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
