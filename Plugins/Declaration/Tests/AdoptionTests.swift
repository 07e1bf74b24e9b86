import DateLiterals
import Declaration
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

/// The 33 members of CELAC with Brazil's absence; texts made up but for the declaration of Tegucigalpa.
private func community() -> MadeUpForum {
    let others = [
        "ATG", "ARG", "BHS", "BRB", "BLZ", "BOL", "CHL", "COL", "CRI", "CUB", "DMA", "DOM", "ECU", "SLV", "GRD", "GTM",
        "GUY", "HTI", "HND", "JAM", "MEX", "NIC", "PAN", "PRY", "PER", "KNA", "LCA", "VCT", "SUR", "TTO", "URY", "VEN",
    ]
    var forum = MadeUpForum()
    for code in others { forum.join(code, since: "2010-02-23") }
    forum.join("BRA", since: "2010-02-23", absent: DatedInterval(since: "2020-01", until: "2023-01-05"))
    forum.organ("forum", .forum)
    forum.word("adopted", nothing: .reportedWithoutStatus, act: .adoption)
    forum.word("gave no consensus", nothing: .reportedWithoutStatus, act: .dissociation)
    forum.word("joined", nothing: .reportedWithoutStatus, act: .endorsement)
    forum.word("withdrew", nothing: .reportedWithoutStatus, act: .withdrawal)
    forum.word("returned", nothing: .reportedWithoutStatus, act: .return)
    forum.word("cancelled", nothing: .reportedWithoutStatus, act: .cancellation)
    forum.word("denounced", nothing: .reportedWithoutStatus, act: .denunciation)
    forum.word("under follow-up", rank: 1)
    forum.word("fulfilled", rank: 3)
    return forum
}

extension Commitment {
    /// Adds a dissociation.
    fileprivate mutating func dissociate(_ code: String, since: String, until: String? = nil) {
        exceptions.append(.made(.dissociation, for: code, since: since, until: until))
    }
}

@Suite("Declarations: who adopted")
struct AdoptionTests {
    @Test("TV-18, CELAC-R2: 30 adopters; Argentina, Nicaragua and Paraguay are dissociated", arguments: [true, false])
    func tv18(_ byException: Bool) {
        var forum = community()
        forum.commit(adopted: "2025-04-09") {
            for code in ["ARG", "NIC", "PRY"] where byException { $0.dissociate(code, since: "2025-04-09") }
        }
        for code in ["ARG", "NIC", "PRY"] where !byException {
            forum.report("gave no consensus", on: code, "2025-04-09")
        }
        let read = forum.assess(DeclarationModule.self, asOf: "2025-12-31")
        let dissociated = read.filter { $0.value.standing == .dissociated }.keys.sorted()
        #expect(dissociated == ["ARG", "NIC", "PRY"])
        let adopters = read.values.filter { $0.standing == .bound }
        #expect(adopters.count == 30)
        #expect(adopters.allSatisfy { $0.basis.standingRule == "adopted-over-objections" })
    }

    @Test("CELAC-R2: dissociated members are neither counted nor overdue, and owe nothing")
    func dissociatedOweNothing() {
        var forum = community()
        forum.commit(adopted: "2014-10-23") {
            $0.deadline = Deadline(.date("2014-12-20"))
            $0.dissociate("ARG", since: "2014-10-23")
        }
        let read = forum.assess(DeclarationModule.self, asOf: "2014-12-21")
        #expect(read["ARG"]?.isOverdue == false)
        #expect(read["CHL"]?.isOverdue == false, "nobody says that it was missed")
        let owed = forum.obligations(DeclarationModule.self, asOf: "2014-12-21")
        #expect(owed.count == 32)
        #expect(owed.contains("CHL commitment 2014-12-20 deadline-passed - deadline-of-the-text"))
        #expect(!owed.contains { $0.hasPrefix("ARG") })
    }

    @Test("CELAC-R1: without an objection the text is adopted by consensus")
    func consensus() {
        var forum = community()
        forum.commit(adopted: "2016-01-27")
        let read = forum.assess(DeclarationModule.self, asOf: "2018-01-01")
        #expect(read.count == 33)
        #expect(read.values.allSatisfy { $0.basis.standingRule == "adopted-by-consensus" && $0.standing == .bound })
    }

    @Test("CELAC-R1: a later withdrawal doesn't change how the text was adopted")
    func laterWithdrawal() {
        var forum = community()
        forum.commit(adopted: "2016-01-27") { $0.dissociate("ARG", since: "2019-03-01") }
        forum.report("withdrew", on: "PRY", "2019-05-01")
        let read = forum.assess(DeclarationModule.self, asOf: "2020-01-01")
        #expect(read["ARG"]?.standing == .dissociated)
        #expect(read["PRY"]?.standing == .dissociated)
        #expect(read["CHL"]?.basis.standingRule == "adopted-by-consensus")
    }

    @Test(
        "CELAC-R4: Brazil is a member but takes no part from January 2020 to 5 January 2023",
        arguments: [
            ("2016-01-27", "2019-12-31", Standing.bound), ("2016-01-27", "2021-06-30", .exempt),
            ("2016-01-27", "2023-01-04", .exempt), ("2016-01-27", "2023-01-05", .bound),
            // Adopted while it took no part: never attributed to it, not even after its return.
            ("2021-09-18", "2021-12-31", .exempt), ("2021-09-18", "2025-01-01", .notAddressed),
            ("2023-01-04", "2025-01-01", .notAddressed), ("2023-01-05", "2025-01-01", .bound),
            ("2023-01-24", "2025-01-01", .bound),
            // Absent since some day of January 2020: adopted in that month, nobody can say that it was absent.
            ("2020-01-15", "2025-01-01", .bound), ("2020-02-01", "2025-01-01", .notAddressed),
        ])
    func brazil(_ adopted: String, _ day: String, _ standing: Standing) {
        var forum = community()
        forum.commit(adopted: adopted)
        let read = forum.standings(DeclarationModule.self, asOf: day)
        #expect(read["BRA"] == standing)
        #expect(read["CHL"] == .bound)
    }

    @Test("CELAC-R3: a cancelled meeting carries no commitments")
    func cancelled() {
        var forum = community()
        forum.commit(adopted: "2025-01-28") {
            $0.addressees = ["members", "forum"]
            $0.deadline = Deadline(.date("2025-03-01"))
        }
        forum.report("cancelled", on: "forum", "2025-01-28")
        let read = forum.assess(DeclarationModule.self, asOf: "2025-12-31")
        #expect(read.count == 34)
        #expect(read.values.allSatisfy { $0.standing == .notAddressed && $0.basis.standingRule == "meeting-cancelled" })
        #expect(!read.values.contains { $0.isOverdue })
        #expect(forum.obligations(DeclarationModule.self, asOf: "2025-12-31").isEmpty)
        forum.report("adopted", on: "forum", "2026-02-01")
        #expect(forum.standings(DeclarationModule.self, asOf: "2026-02-01")["CHL"] == .bound)
    }

    @Test(
        "withdrawal and return: dissociated from the one to the other",
        arguments: [
            ("2019-01-07", Standing.bound), ("2019-01-08", .dissociated), ("2023-01-30", .dissociated),
            ("2023-01-31", .bound),
        ])
    func withdrawalAndReturn(_ day: String, _ standing: Standing) {
        var forum = community()
        forum.commit(adopted: "2018-12-19")
        forum.report("withdrew", on: "CHL", "2019-01-08")
        forum.report("returned", on: "CHL", "2023-01")
        #expect(forum.standings(DeclarationModule.self, asOf: day)["CHL"] == standing)
    }

    @Test("a declared dissociation ends with a later word that joins, not with one of the same day")
    func joinsAfterDissociation() {
        var forum = community()
        forum.commit(adopted: "2025-04-09") { $0.dissociate("ARG", since: "2025-04-09") }
        forum.report("adopted", on: "ARG", "2025-04-09")
        #expect(forum.standings(DeclarationModule.self, asOf: "2025-12-31")["ARG"] == .dissociated)
        forum.report("joined", on: "ARG", "2026-03-01")
        #expect(forum.standings(DeclarationModule.self, asOf: "2026-03-01")["ARG"] == .bound)
    }

    @Test(
        "oas-denunciation: the effect comes two years after the notice, leap days included",
        arguments: [
            ("2021-11-19", "2023-11-18", Standing.bound), ("2021-11-19", "2023-11-19", .notAddressed),
            ("2020-02-29", "2022-02-27", .bound), ("2020-02-29", "2022-02-28", .notAddressed),
            ("2017-04", "2019-04-29", .bound), ("2017-04", "2019-04-30", .notAddressed),
        ])
    func oasDenunciation(_ notice: String, _ day: String, _ standing: Standing) {
        var forum = community()
        forum.commit(adopted: "2012-04-15") {
            var entry = EntryIntoForce(clause: .none)
            entry.withdrawal = .months(24)
            $0.entryIntoForce = entry
        }
        forum.report("denounced", on: "NIC", notice)
        #expect(forum.standings(DeclarationModule.self, asOf: day)["NIC"] == standing)
    }

    @Test(
        "soa: who was not invited on the day of adoption did not adopt, also once it takes part again",
        arguments: [
            ("2005-11-05", Standing.notAddressed), ("2015-04-09", .notAddressed), ("2015-04-10", .bound),
            // Adopted some day of the year of its return: nobody can say that it was kept out.
            ("2015", .bound),
        ])
    func notInvited(_ adopted: String, _ standing: Standing) {
        var forum = community()
        forum.join("XAC", since: "1994", suspended: DatedInterval(since: "1994-12-09", until: "2015-04-10"))
        forum.commit(adopted: adopted)
        #expect(forum.standings(DeclarationModule.self, asOf: "2016-01-01")["XAC"] == standing)
    }
}
