import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing
import TreatyParticipation

/// The Migrant Workers Convention with the depositary's real dates, loaded from Fixtures/icrmw.
@Suite struct MigrantWorkersConventionTests {
    private func picture(asOf text: String) throws -> (snapshot: Snapshot, forum: ForumSnapshot) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/icrmw")
        let reading = Workspace.load(
            folder.path(percentEncoded: false), registry: try ForumRegistry([TreatyParticipationModule.self]))
        #expect(reading.diagnostics.map(\.message) == [])
        let snapshot = Snapshot(
            of: try #require(reading.workspace), options: SnapshotOptions(asOf: try #require(PartialDate(text))))
        return (snapshot, try #require(snapshot.forums.first))
    }

    /// The codes of the countries whose reading of the Convention meets a condition.
    private func codes(asOf text: String, _ condition: (Assessment) -> Bool) throws -> Set<String> {
        let forum = try picture(asOf: text).forum
        return Set(
            forum.assessments(of: CommitmentIndex(0)).filter(condition).map {
                forum.forum.definition.parties[$0.party].id
            })
    }

    private let partiesOf2015: Set<String> = [
        "ARG", "BLZ", "BOL", "CHL", "COL", "ECU", "GTM", "GUY", "HND", "JAM", "MEX", "NIC", "PER", "PRY", "SLV", "URY",
        "VCT",
    ]

    @Test("line 67.2 on 2015-06-30 is complete for exactly the parties")
    func line() throws {
        let (snapshot, _) = try picture(asOf: "2015-06-30")
        let framework = snapshot.workspace.framework
        let target = try #require(framework.targets.indices.first { framework.targets[$0].line == 1 })
        let complete = zip(snapshot.countries, snapshot.row(TargetIndex(target))).filter { $1.progress.rank == 3 }
            .map { snapshot.workspace.countries.countries[Int($0.0.rawValue)].code }
        #expect(Set(complete) == partiesOf2015)
        #expect(try codes(asOf: "2015-06-30") { $0.progress.rank == 3 } == partiesOf2015)
        #expect(try codes(asOf: "2015-06-30") { $0.standing == .pending } == ["HTI", "VEN"])
        #expect(try codes(asOf: "2015-06-30") { $0.standing == .invited } == ["BRA", "CRI", "PAN"])
        #expect(try codes(asOf: "2015-06-30") { $0.progress == .missing(.noReport) } == ["PAN"])
    }

    @Test("nobody is a party before the general entry, whatever was deposited")
    func generalEntry() throws {
        #expect(try codes(asOf: "2003-06-30") { $0.progress.rank == 3 } == [])
        #expect(
            try codes(asOf: "2003-07-01") { $0.progress.rank == 3 }
                == ["BLZ", "BOL", "COL", "ECU", "GTM", "MEX", "SLV", "URY"])
        #expect(try codes(asOf: "2003-07-01") { $0.basis.standingRule == "bound-with-reservation" } == ["COL"])
    }

    @Test("between deposit and effect a State has consented and is not a party")
    func betweenDepositAndEffect() throws {
        #expect(try codes(asOf: "2016-10-24") { $0.basis.standingRule == "awaits-entry" } == [])
        #expect(try codes(asOf: "2016-10-25") { $0.basis.standingRule == "awaits-entry" } == ["VEN"])
        #expect(try codes(asOf: "2017-01-31") { $0.progress.rank == 3 } == partiesOf2015)
        #expect(try codes(asOf: "2017-02-01") { $0.progress.rank == 3 } == partiesOf2015.union(["VEN"]))
    }
}
