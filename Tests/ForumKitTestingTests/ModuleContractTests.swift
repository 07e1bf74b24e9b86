import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import Synchronization
import Testing

/// Every property fails on a module with a planted fault, and nothing fails on the same module without it.
@Suite struct ModuleContractTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var property: ContractProperty
        var finding: String
        var contract: ModuleContract
        var testDescription: String { "\(property.rawValue): \(finding)" }

        init<Planting: Fault>(_ fault: Planting.Type, _ property: ContractProperty, _ finding: String) {
            self.property = property
            self.finding = finding
            contract = ModuleContract(Planted<Planting>.self, cases: 60)
        }
    }

    static let examples = [
        Example(FrenchForgotten.self, .completeTexts, "has no text in 'fr'"),
        Example(TextLeftOver.self, .completeTexts, "nothing asks for the text 'rule/gone'"),
        Example(ExampleOutOfRange.self, .acceptedOptions, "'31' is no value of the option 'days'"),
        Example(ExampleRefused.self, .acceptedOptions, "the module refuses them: not later"),
        Example(CountsItsCalls.self, .deterministic, "asked again"),
        Example(LastRowSpeaks.self, .orderOfReports, "with the rows in another order"),
        Example(FirstPartyLeads.self, .orderOfParties, "with the parties in another order"),
        Example(AssessesEverybody.self, .addressedOnly, "is assessed and not addressed"),
        Example(AssessesTwice.self, .addressedOnly, "is assessed twice or out of order"),
        Example(AssessesBackwards.self, .addressedOnly, "is assessed twice or out of order"),
        Example(ReadsRowNumbers.self, .laterReports, "without the reports dated after the day"),
        Example(UnknownRule.self, .basis, "'gut-feeling', which is no rule"),
        Example(RestsOnAnotherParty.self, .basis, "which is on XA"),
        Example(RestsOnADeadline.self, .basis, "whose date is only due"),
        Example(OwesByUnknownRule.self, .obligationBasis, "'gut-feeling', which is no rule"),
        Example(OwesUnassessed.self, .obligationBasis, "owes something and is not assessed"),
        Example(AboveTheTop.self, .onTheScale, "on a scale from 0 to"),
        Example(VoicesAboveTheTop.self, .onTheScale, "the voices on"),
        Example(SilenceIsNotBegun.self, .noReportNoProgress, "nobody has reported on"),
        Example(VoluntaryIsOwed.self, .voluntaryNeverOverdue, "the commitment is voluntary"),
        Example(InForceOnAdoption.self, .inForceAsTold, "the source tells"),
    ]

    @Test(arguments: examples) func aPlantedFaultIsFound(_ example: Example) throws {
        let found = example.contract.violations().filter { $0.property == example.property }
        let violation = try #require(found.first)
        #expect(found.count == 1)
        #expect(violation.finding.contains(example.finding), "\(violation)")
    }

    @Test func everyPropertyHasItsFault() {
        #expect(Set(Self.examples.map(\.property)).union([.linear, .answers]) == Set(ContractProperty.allCases))
    }

    @Test func theSameModuleWithoutAFaultKeepsTheContract() throws {
        try ModuleContract(Planted<NoFault>.self).check()
        try ModuleContract(DeclarativeModule.self, cases: 400).check()
    }

    @Test func aCounterExampleIsAsSmallAsItCanBe() throws {
        let contract = ModuleContract(Planted<RestsOnAnotherParty>.self)
        let violation = try #require(contract.violations().first { $0.property == .basis })
        let reports = violation.counterExample.filter { $0.hasPrefix("report ") }
        #expect(reports.count == 1)
        #expect(violation.counterExample.count { $0.hasPrefix("commitment ") } == 1)
    }

    @Test func theErrorTellsEverythingAnAuthorNeeds() throws {
        let error = try #require(throws: BrokenContract.self) {
            try ModuleContract(Planted<SilenceIsNotBegun>.self).check()
        }
        let text = error.description
        #expect(text.hasPrefix("the module 'declarative' breaks the contract\nno-report-no-progress (seed "))
        #expect(text.contains("without a report there is no progress"))
        #expect(text.contains("as of "))
        #expect(text.contains("parties: XAA "))
    }

    @Test func theSameSeedGivesTheSameViolation() {
        let contract = ModuleContract(Planted<SilenceIsNotBegun>.self)
        #expect(contract.violations() == contract.violations())
    }

    @Test func aGroupThatAModuleNeedsCanBeGiven() throws {
        enum NeedsAGroup: Fault {
            static func complain(_ forum: ForumDefinition, _ options: OptionValues) -> Diagnostic? {
                guard !forum.groups.contains(where: { $0.id == "needed" }) else { return nil }
                let code = DiagnosticCode("made-up", summary: "made up", explanation: "Made up.")
                return .error(code, at: forum.origin, "no group 'needed'")
            }
        }
        #expect(ModuleContract(Planted<NeedsAGroup>.self).violations().map(\.property) == [.acceptedOptions])
        try ModuleContract(Planted<NeedsAGroup>.self) { forum in
            forum.groups.append(
                MemberGroup(id: "needed", name: forum.name, members: [], origin: forum.origin))
        }.check()
    }

    /// A made-up forum whose module is a program that fails when there is anything to read.
    @Test func aProgramThatFailsIsFound() throws {
        struct Failure: Error {}
        let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))
        var forum = ForumDefinition(
            id: "made-up", module: "made-up", name: LocalizedText(en: "a", es: "b", pt: "c", fr: "d"),
            kind: .conference,
            vocabulary: Vocabulary([StatusWord(word: "done", progress: .level(.init(rank: 1)), origin: nowhere)]),
            origin: nowhere)
        forum.memberships = [
            Membership(country: "XAA", standing: .member, interval: DatedInterval(), origin: nowhere)
        ]
        forum.parties = PartyTable([.country(CountryIndex(0), code: "XAA")])
        let commitment = Commitment(id: "C", title: forum.name, legalForce: .political, origin: nowhere)
        func contract(_ limit: Int) throws -> ModuleContract {
            ModuleContract(
                forum: forum, commitments: [commitment], reports: ReportTable(), scaleTop: 1,
                asOf: try #require(CalendarDay(year: 2026, month: 3, day: 1)), metadata: DeclarativeModule.metadata,
                prepare: { module, evidence in
                    let count = evidence.reduce(0) { $0 + $1.reports(on: PartyIndex(0)).count }
                    guard count <= limit else { throw Failure() }
                    return PreparedModule(module)
                },
                make: { DeclarativeModule(forum: $0, options: OptionValues(), diagnostics: &$1) })
        }
        let violations = try contract(2).violations()
        #expect(violations.map(\.property) == [.answers])
        #expect(violations.first?.counterExample.count { $0.hasPrefix("report ") } == 3)
        #expect(try contract(.max).violations() == [])
    }

    // Work is counted in looks at reports: a test that takes time into account fails on a busy machine.
    @Test func workThatGrowsWithTheSquareOfTheReportsIsFound() throws {
        let contract = ModuleContract(Planted<LooksAgainAndAgain>.self)
        let growth = contract.growth { work in
            let before = LooksAgainAndAgain.looks.load(ordering: .relaxed)
            work()
            return Double(LooksAgainAndAgain.looks.load(ordering: .relaxed) - before)
        }
        let violation = contract.violation(by: growth)
        #expect(violation?.property == .linear)
        #expect(violation?.finding.hasPrefix("16 times as many reports took 2") == true)
        #expect(growth.workFactor > 200)
    }

    @Test func workThatGrowsWithTheReportsIsNot() {
        let contract = ModuleContract(Planted<LooksOnce>.self)
        let growth = contract.growth { work in
            let before = LooksOnce.looks.load(ordering: .relaxed)
            work()
            return Double(LooksOnce.looks.load(ordering: .relaxed) - before)
        }
        #expect((14...18).contains(growth.workFactor))
        #expect(contract.violation(by: growth) == nil)
    }
}
