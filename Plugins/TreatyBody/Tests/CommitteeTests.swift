import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing
import TreatyBody

/// The Committee on Migrant Workers with real dated facts, loaded from Fixtures/cmw.
@Suite struct CommitteeTests {
    private func picture(asOf text: String) throws -> Snapshot {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/cmw")
        let reading = Workspace.load(
            folder.path(percentEncoded: false), registry: try ForumRegistry([TreatyBodyModule.self]))
        #expect(reading.diagnostics.map(\.message) == [])
        return Snapshot(
            of: try #require(reading.workspace), options: SnapshotOptions(asOf: try #require(PartialDate(text))))
    }

    /// What is owed on a day: country, kind, due, state, and when it came.
    private func owed(asOf text: String, by country: String? = nil) throws -> [String] {
        let snapshot = try picture(asOf: text)
        return snapshot.obligations().compactMap { item in
            let owed = item.obligation
            let code = snapshot.forums[item.forum].forum.definition.parties[owed.party].id
            guard country == nil || code == country else { return nil }
            let came = owed.submitted.map { " \($0)" } ?? ""
            return "\(code) \(owed.kind.rawValue) \(owed.due?.description ?? "-") \(owed.state.rawValue)\(came)"
        }
    }

    @Test("on 2012-01-01 the parties of that day owe an initial report a year after entry, and nobody else does")
    func initialReports() throws {
        let initial = try owed(asOf: "2012-01-01").filter { $0.contains("initial-report") }
        #expect(
            Set(initial.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }) == [
                "ARG initial-report 2008-06-01", "BLZ initial-report 2004-07-01", "BOL initial-report 2004-07-01",
                "CHL initial-report 2006-07-01", "COL initial-report 2004-07-01", "ECU initial-report 2004-07-01",
                "GTM initial-report 2004-07-01", "GUY initial-report 2011-11-01", "HND initial-report 2006-12-01",
                "JAM initial-report 2010-01-01", "MEX initial-report 2004-07-01", "NIC initial-report 2007-02-01",
                "PER initial-report 2007-01-01", "PRY initial-report 2010-01-01", "SLV initial-report 2004-07-01",
                "URY initial-report 2004-07-01", "VCT initial-report 2012-02-01",
            ])
        #expect(initial.contains("VCT initial-report 2012-02-01 not-yet-due"))
        #expect(initial.contains("BLZ initial-report 2004-07-01 deadline-passed"))
        #expect(initial.contains("COL initial-report 2004-07-01 met 2008-01-25"))
        #expect(try owed(asOf: "2012-01-01", by: "VEN") == [])
        #expect(try owed(asOf: "2025-01-01", by: "HTI") == [])
        #expect(try owed(asOf: "2003-06-30") == [])
    }

    @Test("Jamaica: arithmetic 2015-01-01, requested 2019-05-01")
    func jamaica() throws {
        #expect(
            try owed(asOf: "2014-12-31", by: "JAM") == [
                "JAM initial-report 2010-01-01 deadline-passed", "JAM periodic-report 2015-01-01 not-yet-due",
            ])
        #expect(
            try owed(asOf: "2018-01-01", by: "JAM") == [
                "JAM initial-report 2010-01-01 reported-missed", "JAM periodic-report 2019-05-01 not-yet-due",
            ])
        #expect(try owed(asOf: "2025-03-01", by: "JAM").contains("JAM periodic-report 2019-05-01 deadline-passed"))
        #expect(try owed(asOf: "2025-05-01", by: "JAM").contains("JAM periodic-report 2019-05-01 met"))
    }

    @Test("Belize, Nicaragua, Honduras, Colombia, Peru, Uruguay, Saint Vincent as the Committee's documents have them")
    func documents() throws {
        #expect(try owed(asOf: "2014-09-03", by: "BLZ").first == "BLZ initial-report 2004-07-01 reported-missed")
        #expect(
            try owed(asOf: "2017-01-01", by: "NIC").first == "NIC initial-report 2007-02-01 met 2016-08-30")
        #expect(
            try owed(asOf: "2018-01-01", by: "HND") == [
                "HND initial-report 2006-12-01 met", "HND periodic-report 2021 not-yet-due",
            ])
        #expect(
            try owed(asOf: "2019-01-01", by: "COL").prefix(3) == [
                "COL initial-report 2004-07-01 met 2008-01-25",
                "COL periodic-report 2009-07-01 met 2011-10-18", "COL periodic-report 2018 met 2018-05-02",
            ])
        #expect(try owed(asOf: "2014-01-01", by: "PER").first == "PER initial-report 2007-01-01 met 2013-08-14")
        #expect(try owed(asOf: "2014-01-01", by: "URY").first == "URY initial-report 2004-07-01 met 2013-01-30")
        #expect(
            try owed(asOf: "2018-05-01", by: "VCT").first == "VCT initial-report 2012-02-01 reported-missed")
    }

    @Test("the duty to report is met where every due report came; the other articles have no word of progress")
    func progress() throws {
        let snapshot = try picture(asOf: "2017-01-01")
        let forum = try #require(snapshot.forums.first)
        let parties = forum.forum.definition.parties
        func reading(_ code: String, _ commitment: String) throws -> Assessment {
            let party = try #require(parties.index(of: code))
            let index = try #require(forum.forum.index(ofCommitment: commitment))
            return try #require(forum.assessment(of: party, in: index))
        }
        #expect(try reading("NIC", "icrmw-73").progress.rank == 3)
        // Its report was due in 2010; that none came was said in April 2017.
        #expect(try reading("JAM", "icrmw-73").progress == .missing(.noReport))
        #expect(try !reading("JAM", "icrmw-73").isOverdue)
        #expect(try reading("MEX", "icrmw-7").standing == .bound)
        #expect(try reading("MEX", "icrmw-7").progress == .missing(.noReport))
    }
}
