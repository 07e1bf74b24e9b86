import FollowUpModel
import Testing

@testable import Harmonization

/// What an alignment can prove, and what a whole of which too little is known says; the numbers are made up.
@Suite("Ceilings and quorum")
struct CeilingTests {
    private func progress(_ contributions: Contribution...) throws -> Progress {
        try consolidator().cell(of: contributions).cell.progress
    }

    private func level(_ rank: Int) -> Progress { .level(ProgressScale.Level(rank: rank)) }

    // MARK: Indications

    @Test func whatIsOnlyRelatedNeverGivesALevel() throws {
        let (cell, uses) = try consolidator().cell(of: [
            contribution(3, .related, isOverdue: true), contribution(0, .related, forum: 1),
        ])
        #expect(cell.progress == .missing(.indicationOnly))
        #expect(uses == [.indication, .indication])
        #expect(cell.contributions == 0)
        #expect(cell.addressed == 0, "it asks something else")
        #expect(cell.spread == nil)
        #expect(cell.newest == nil)
        #expect(!cell.isDivergent && !cell.isContradicted && !cell.isOverdue)
    }

    @Test func anIndicationIsNamedBesideSilenceAndNotBesideALevel() throws {
        let silent = contribution(nil), hint = contribution(3, .related)
        #expect(try progress(silent, hint) == .missing(.indicationOnly))
        #expect(try progress(contribution(1), hint) == level(1))
        #expect(try progress(contribution(nil, .related)) == .missing(.notAddressed))
    }

    // MARK: Parts

    @Test func partsNeverReachTheHighestLevelHoweverMany() throws {
        for relation in [Relation.narrow, .intersects] {
            for count in 1...9 {
                let cell = try consolidator().cell(of: Array(repeating: contribution(3, relation), count: count)).cell
                #expect(cell.progress == level(2))
                #expect(cell.spread == 2...2)
                #expect(cell.contributions == count)
            }
        }
        #expect(try progress(contribution(1, .narrow)) == level(1))
    }

    @Test(arguments: [Relation.exact, .close, .broad])
    func aPartThatIsMetSaysNothingAgainstTheWhole(_ relation: Relation) throws {
        let parts = Array(repeating: contribution(3, .narrow), count: 9)
        #expect(try consolidator().cell(of: [contribution(3, relation)] + parts).cell.progress == level(3))
        #expect(try progress(contribution(3, relation)) == level(3))
    }

    @Test(arguments: [0, -1])
    func aPartThatFailedSaysOnlyThatSomethingOfTheWholeIsMissing(_ failed: Int) throws {
        let parts = Array(repeating: contribution(failed, .narrow), count: 9)
        let cell = try consolidator().cell(of: [contribution(3)] + parts).cell
        #expect(cell.progress == level(1))
        #expect(try progress(contribution(failed, .narrow), contribution(3, .narrow)) == level(1))
        let alone = try consolidator().cell(of: [contribution(failed, .narrow)])
        #expect(alone.cell.progress == .missing(.indicationOnly), "by itself it says nothing of the rest")
        #expect(alone.uses == [.indication] && alone.cell.addressed == 1 && alone.cell.contributions == 0)
        #expect(try progress(contribution(failed, .narrow), contribution(0)) == level(0))
        #expect(try progress(contribution(failed, .narrow), contribution(3, .related)) == .missing(.indicationOnly))
    }

    @Test func onAScaleOfOneLevelAPartProvesNothing() {
        #expect(madeUpSettings.ceiling(of: .narrow, top: 0) == .indication)
        #expect(madeUpSettings.ceiling(of: .exact, top: 0) == .full)
        #expect(madeUpSettings.ceiling(of: .narrow, top: 1) == .partial)
    }

    @Test func theWorkspaceMayDeclareOtherCeilings() {
        var settings = madeUpSettings
        settings.ceilings = [.related: .partial, .close: .partial]
        #expect(settings.ceiling(of: .related, top: 3) == .partial)
        #expect(settings.ceiling(of: .close, top: 3) == .partial)
        #expect(settings.ceiling(of: .exact, top: 3) == .full)
    }

    @Test func ofOneActTheReadingThatProvesTheWholeCounts() throws {
        let uses = try consolidator().cell(of: [
            contribution(3, .narrow, evidence: 7), contribution(3, .broad, forum: 1, evidence: 7),
        ]).uses
        #expect(uses == [.sameEvidence(as: 1), .counted(weight: 2)])
    }

    // MARK: Differences

    @Test func onlyCommitmentsThatHoldTheWholeDiffer() throws {
        func isDivergent(_ left: Relation, _ right: Relation) throws -> Bool {
            try consolidator().cell(of: [contribution(0, left), contribution(3, right, forum: 1)]).cell.isDivergent
        }
        #expect(try isDivergent(.exact, .broad))
        #expect(try isDivergent(.close, .exact))
        #expect(try !isDivergent(.exact, .narrow))
        #expect(try !isDivergent(.intersects, .exact))
        #expect(try !isDivergent(.related, .exact))
    }

    // MARK: Wholes

    @Test func aWholeOfWhichTooLittleIsKnownHasNoLevel() throws {
        let known = try consolidator().cell(of: [contribution(3)]).cell
        let silent = try consolidator().cell(of: [contribution(nil)]).cell
        let unasked = try consolidator().cell(of: []).cell
        func whole(_ parts: [Cell], quorum: Int = 50) throws -> Progress {
            var consolidator = try consolidator()
            consolidator.settings.quorum = quorum
            return consolidator.whole(of: parts).progress
        }
        #expect(try whole([known, silent, silent]) == .missing(.tooLittleKnown))
        #expect(try whole([known, silent]) == level(3))
        #expect(try whole([known, silent, unasked, unasked]) == level(3), "who isn't asked isn't counted")
        #expect(try whole([known, silent, silent], quorum: 33) == level(3))
        #expect(try whole([known, silent], quorum: 51) == .missing(.tooLittleKnown))
        #expect(try whole([silent, silent], quorum: 0) == .missing(.noReport))
    }
}
