import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Testing

/// What must hold of the forums that this repository ships.
@Suite("Shipped forums")
struct ShippedForumsTests {
    /// The States of the region that were party to the Migrant Workers Convention on 30 June 2015: those whose deposit
    /// (ratification or accession, United Nations Treaty Collection, chapter IV, 13) lies on or before that day.
    static let parties2015 = [
        "ARG": "2007-02-23", "BLZ": "2001-11-14", "BOL": "2000-10-16", "CHL": "2005-03-21", "COL": "1995-05-24",
        "ECU": "2002-02-05", "GTM": "2003-03-14", "GUY": "2010-07-07", "HND": "2005-08-09", "JAM": "2008-09-25",
        "MEX": "1999-03-08", "NIC": "2005-10-26", "PER": "2005-09-14", "PRY": "2008-09-23", "SLV": "2003-03-14",
        "URY": "2001-02-15", "VCT": "2010-10-29",
    ]
    /// The 33 States of Latin America and the Caribbean in the order of their ISO 3166-1 alpha-3 codes.
    static let states = [
        "ARG", "ATG", "BHS", "BLZ", "BOL", "BRA", "BRB", "CHL", "COL", "CRI", "CUB", "DMA", "DOM", "ECU", "GRD", "GTM",
        "GUY", "HND", "HTI", "JAM", "KNA", "LCA", "MEX", "NIC", "PAN", "PER", "PRY", "SLV", "SUR", "TTO", "URY", "VCT",
        "VEN",
    ]

    private func snapshot(_ asOf: String, forums: Set<String>? = nil) throws -> Snapshot {
        Snapshot(of: try ShippedForums.load(), options: SnapshotOptions(asOf: try date(asOf), forums: forums))
    }

    /// The States whose cell on a target is at a level.
    private func states(_ snapshot: Snapshot, _ target: String, at level: String) throws -> [String] {
        let scale = snapshot.workspace.settings.scale
        return try snapshot.countries.map { snapshot.workspace.countries[$0].code }.filter { code in
            try snapshot.cell(target, code).progress.level.map { scale[$0].id } == level
        }
    }

    @Test func migrantWorkersConventionOn30June2015() throws {
        let snapshot = try snapshot("2015-06-30", forums: ["un-treaties"])
        #expect(try states(snapshot, "67.2", at: "complete") == Self.parties2015.keys.sorted())
        // A signature alone is not.
        #expect(try states(snapshot, "67.2", at: "limited") == ["BRA", "HTI", "VEN"])
        #expect(try states(snapshot, "67.2", at: "substantial") == [])
        // The depositary's list is complete: who isn't on it was no party.
        #expect(try states(snapshot, "67.2", at: "not-started").count == 33 - 17 - 3)
        let brazil = try snapshot.cell("67.2", "BRA")
        #expect(brazil.addressed == 1)
        for code in Self.parties2015.keys {
            let cell = try snapshot.cell("67.2", code)
            #expect(cell.newest?.description == Self.parties2015[code])
            #expect(cell.contributions == 1)
            #expect(!cell.isStale, "a deposit doesn't get stale")
        }
        #expect(try snapshot.cell("67.2", "HTI").isStale == false)
    }

    /// The Convention binds a State from the first day of the month after three months have passed since its deposit.
    ///
    /// ICRMW article 87; not before 1 July 2003, when the Convention itself entered into force. Until then a deposit is
    /// substantial.
    @Test(arguments: parties2015.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    func aStateIsPartyFromTheDayOfEffect(code: String, deposit: String) throws {
        let day = try date(deposit).earliest
        let effect = max(
            CalendarRule.firstOfMonthAfterMonths(3).date(after: day), try date("2003-07-01").earliest)
        let workspace = try ShippedForums.load()
        func cell(_ day: CalendarDay) throws -> Cell {
            let options = SnapshotOptions(asOf: PartialDate(day), forums: ["un-treaties"])
            return try Snapshot(of: workspace, options: options).cell("67.2", code)
        }
        let (complete, substantial) = (workspace.settings.scale.top, ProgressScale.Level(rank: 2))
        #expect(try cell(day.adding(days: -1)).progress.level ?? .init(rank: 0) < substantial)
        #expect(try cell(day).progress == .level(substantial))
        #expect(try cell(effect.adding(days: -1)).progress == .level(substantial))
        #expect(try cell(effect).progress == .level(complete))
        #expect(try cell(effect.adding(days: 1)).progress == .level(complete))
    }

    @Test func venezuelaIsPartyFromFebruary2017AndBrazilNever() throws {
        #expect(try states(snapshot("2016-10-24", forums: ["un-treaties"]), "67.2", at: "complete").count == 17)
        #expect(try states(snapshot("2016-10-25", forums: ["un-treaties"]), "67.2", at: "substantial") == ["VEN"])
        #expect(try states(snapshot("2017-01-31", forums: ["un-treaties"]), "67.2", at: "complete").count == 17)
        #expect(
            try states(snapshot("2017-02-01", forums: ["un-treaties"]), "67.2", at: "complete")
                == (Self.parties2015.keys + ["VEN"]).sorted())
        let today = try snapshot("2026-03-31", forums: ["un-treaties"])
        #expect(try states(today, "67.2", at: "limited") == ["BRA", "HTI"])
    }

    @Test func oneCellForEachStateInISOOrder() throws {
        for forums in [nil, ["un-treaties"], [] as Set<String>] {
            let snapshot = try snapshot("2026-03-31", forums: forums)
            #expect(snapshot.countries.map { snapshot.workspace.countries[$0].code } == Self.states)
            for place in snapshot.workspace.framework.targets.indices {
                #expect(snapshot.row(TargetIndex(place)).count == 33)
            }
        }
        let empty = try snapshot("2026-03-31", forums: [])
        #expect(Set(empty.lines().map { $0.split(separator: " ")[2] }) == ["not-addressed"])
    }

    /// Law 19.254 stands in the reports of two forums: it counts once, and that they read it differently is seen.
    @Test func uruguaysLawCountsOnce() throws {
        let snapshot = try snapshot("2026-03-31")
        let explanation = try snapshot.explain("67.3", "URY")
        let citing = explanation.contributions.filter { contribution in
            contribution.reports.contains { $0.use == .spoke && $0.texts[.evidence] == "URY-Ley-19254" }
        }
        #expect(citing.map(\.commitment.id) == ["MER-RES-ASOC", "SACM-PSDHM-B"])
        let program = try #require(explanation.contributions.firstIndex { $0.commitment.id == "SACM-PSDHM-B" })
        // The residence agreement only has to do with the line; the programme of the conference holds it.
        guard case .counted = explanation.contributions[program].use else {
            Issue.record("the programme counts")
            return
        }
        #expect(citing.first?.use == .indication)
    }

    /// The contested Tegucigalpa declaration and the summit that was called off are kept, and never enter the matrix.
    @Test func contestedAndCancelledTextsNeverEnterTheMatrix() throws {
        let snapshot = try snapshot("2026-03-31")
        let celac = try #require(snapshot.forums.first { $0.forum.definition.id == "celac" })
        for id in ["CELAC-TEG-2025", "CELAC-EXT-2025"] {
            let index = try #require(celac.forum.index(ofCommitment: id))
            #expect(celac.assessments(of: index).isEmpty)
        }
        for place in snapshot.workspace.framework.targets.indices {
            for country in snapshot.countries {
                let explanation = snapshot.explain(TargetIndex(place), country)
                let named =
                    explanation.contributions.map(\.commitment.id) + explanation.notAsked.map(\.commitment.id)
                #expect(!named.contains("CELAC-TEG-2025"))
                #expect(!named.contains("CELAC-EXT-2025"))
            }
        }
    }

    /// The plan of 2016 asks nobody before the day of its adoption, and a text of support says nothing about progress.
    @Test func celacAsksFromTheDayOfAdoption() throws {
        let before = try snapshot("2016-01-26", forums: ["celac"]).explain("67.7", "PAN")
        let decision = try #require(before.contributions.first { $0.commitment.id == "CELAC-2016-DE9" })
        #expect(decision.use == .outside)
        #expect(decision.assessment.standing == .notAddressed)
        #expect(decision.standingRule?.id == "not-adopted-yet")
        let after = try snapshot("2016-01-27", forums: ["celac"]).explain("67.7", "PAN")
        #expect(after.contributions.first { $0.commitment.id == "CELAC-2016-DE9" }?.use == .silent)
        let support = try snapshot("2025-01-17", forums: ["celac"])
        // It only has to do with the measure, and so asks nothing of it.
        #expect(try support.cell("73", "MEX").progress == .missing(.notAddressed))
    }

    @Test(arguments: ["2012-12-31", "2015-06-30", "2019", "2026-03-31"])
    func noAnswerDiffersFromTheReference(asOf: String) throws {
        let workspace = try ShippedForums.loadDeclarative()
        let plain = PlainWorkspace(workspace)
        for forums in [nil, ["mercosur", "sacm", "celac"] as Set<String>] {
            let snapshot = Snapshot(of: workspace, options: SnapshotOptions(asOf: try date(asOf), forums: forums))
            let reference = PlainPicture(workspace: plain, day: PlainDates.last(asOf), forums: forums)
            for (mine, theirs) in zip(snapshot.lines(), reference.lines()) { #expect(mine == theirs) }
        }
    }
}
