import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import WorkPlan

/// A consultative process with the members and observers of the Regional Conference on Migration; texts made up.
private func conference() -> MadeUpForum {
    var forum = MadeUpForum(
        members: ["BLZ", "CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA"])
    for code in ["ARG", "COL", "ECU", "JAM", "PER"] { forum.join(code, as: .observer) }
    forum.word("adopted", nothing: .reportedWithoutStatus, act: .adoption)
    forum.word("ongoing", rank: 1)
    forum.word("completed", rank: 3)
    forum.word("not listed", standing: .notAddressed)
    forum.word("joined later", nothing: .reportedWithoutStatus, act: .endorsement)
    return forum
}

@Suite("Work plans: who adopted")
struct AttendanceTests {
    @Test("TV-21, RCM-R2: eleven members, ten delegations listed, no observer counted")
    func tv21() {
        var forum = conference()
        forum.commit(adopted: "2016-11-18") {
            $0.legalForce = .voluntary
            $0.addressees = ["members", "observers"]
        }
        for code in ["CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"] {
            forum.report("adopted", on: code, "2016-11-18")
        }
        forum.report("adopted", on: "ARG", "2016-11-18")
        let read = forum.assess(WorkPlanModule.self, asOf: "2020-01-01")
        #expect(read.count == 16)
        let counted = read.filter { $0.value.standing.counts }
        #expect(counted.count == 10)
        #expect(counted.values.allSatisfy { $0.basis.standingRule == "took-part-in-adoption" })
        #expect(read["BLZ"]?.standing == .notAddressed)
        #expect(read["BLZ"]?.basis.standingRule == "not-listed")
        for code in ["ARG", "COL", "ECU", "JAM", "PER"] {
            #expect(read[code]?.standing == .notAddressed)
            #expect(read[code]?.basis.standingRule == "observers-never-count")
        }
    }

    @Test("RCM-R2: a text without a list of delegations counts all eleven members and is no attendance item")
    func noList() {
        var forum = conference()
        forum.commit(adopted: "2016-11-18")
        let read = forum.standings(WorkPlanModule.self, asOf: "2020-01-01")
        #expect(read.count == 11)
        #expect(read.values.allSatisfy { $0 == .bound })
    }

    @Test("SACM-R2: an observer never counts, whatever its word")
    func observers() {
        var forum = MadeUpForum(members: ["XAA"])
        forum.join("XAO", as: .observer)
        forum.word("completed", rank: 3, standing: .bound)
        forum.commit(adopted: "2018") { $0.addressees = ["members", "XAO"] }
        forum.report("completed", on: "XAO", "2019")
        #expect(forum.standings(WorkPlanModule.self, asOf: "2020-01-01") == ["XAA": .bound, "XAO": .notAddressed])
    }

    @Test("SACM-R3, SACM-R1: adopters are those listed; who isn't listed neither adopts nor dissents")
    func notListed() {
        var forum = conference()
        forum.commit(adopted: "2025-11-19")
        for code in ["CAN", "MEX"] { forum.report("adopted", on: code, "2025-11-19") }
        forum.report("ongoing", on: "PAN", "2025-12-01")
        let read = forum.assess(WorkPlanModule.self, asOf: "2026-01-01")
        #expect(read["MEX"]?.standing == .bound)
        #expect(read["PAN"]?.standing == .notAddressed, "working on it isn't adopting it")
        #expect(read["PAN"]?.progress == .level(.init(rank: 1)), "what it did stays readable")
        #expect(!read.values.contains { $0.standing == .dissociated })
        #expect(!read.values.contains { $0.isOverdue })
    }

    @Test("SACM-R3: the forum's own word for not listed says the same")
    func explicitWord() {
        var forum = conference()
        forum.commit(adopted: "2025-11-19")
        forum.report("not listed", on: "BLZ", "2025-11-19")
        let read = forum.standings(WorkPlanModule.self, asOf: "2026-01-01")
        #expect(read["BLZ"] == .notAddressed)
        #expect(read["MEX"] == .bound)
    }

    @Test("SACM-R3: one name is no list; the field attendance decides otherwise", arguments: [nil, "complete"])
    func oneName(_ attendance: String?) {
        var forum = conference()
        forum.commit(adopted: "2022-10-21") {
            $0.fields = attendance.map { [(name: "attendance", value: $0)] } ?? []
        }
        forum.report("adopted", on: "MEX", "2022-10-21")
        let read = forum.standings(WorkPlanModule.self, asOf: "2023-01-01")
        #expect(read["MEX"] == .bound)
        #expect(read["PAN"] == (attendance == nil ? .bound : .notAddressed))
    }

    @Test("SACM-R3: a list known to be incomplete makes nobody absent")
    func partialList() {
        var forum = conference()
        forum.commit(adopted: "2022-10-21") { $0.fields = [(name: "attendance", value: "partial")] }
        for code in ["CAN", "MEX"] { forum.report("adopted", on: code, "2022-10-21") }
        #expect(forum.standings(WorkPlanModule.self, asOf: "2023-01-01")["PAN"] == .bound)
    }

    @Test("SACM-R3: who joins the text later is held from that day")
    func joinsLater() {
        var forum = conference()
        forum.commit(adopted: "2016-11-18")
        for code in ["CAN", "MEX"] { forum.report("adopted", on: code, "2016-11-18") }
        forum.report("joined later", on: "BLZ", "2018-02")
        #expect(forum.standings(WorkPlanModule.self, asOf: "2018-02-27")["BLZ"] == .notAddressed)
        #expect(forum.standings(WorkPlanModule.self, asOf: "2018-02-28")["BLZ"] == .bound)
    }

    @Test("RCM-R3: only a declaration or decision adopts; a recommendation alone leaves the text pending")
    func chainOfOutputs() {
        var forum = conference()
        forum.commit()
        let before = forum.assess(WorkPlanModule.self, asOf: "2020-01-01")["MEX"]
        #expect(before?.standing == .pending)
        #expect(before?.basis.standingRule == "only-the-decision-adopts")
        forum.report("adopted", on: "MEX", "2020-02-01")
        #expect(forum.standings(WorkPlanModule.self, asOf: "2020-02-01")["MEX"] == .bound)
    }

    @Test("RCM-R1, SACM-R1: voluntary texts never enter into force and are never overdue")
    func voluntary() {
        var forum = conference()
        forum.commit(adopted: "2019-11-14") {
            $0.legalForce = .voluntary
            $0.inForce = "2019-11-14"
            $0.deadline = Deadline(.date("2022-12-31"))
        }
        let evidence = forum.evidence(asOf: "2024-01-01")
        #expect(forum.module(WorkPlanModule.self).inForce(evidence) == nil)
        #expect(!forum.assess(WorkPlanModule.self, asOf: "2024-01-01").values.contains { $0.isOverdue })
        #expect(forum.obligations(WorkPlanModule.self, asOf: "2024-01-01").isEmpty)
    }
}
