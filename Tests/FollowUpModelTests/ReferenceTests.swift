import FollowUpModel
import Testing

private func text(_ text: String) -> LocalizedText { LocalizedText([.init(.english, text)]) }

@Suite("The table of countries")
struct CountryTableTests {
    private func country(_ code: String, group: String, m49: String = "000") -> Country {
        Country(
            code: code, alpha2: "XX", m49: m49, name: text(code), group: group, region: "419", subregion: nil,
            isSovereign: true, administeredBy: nil, origin: nowhere)
    }

    @Test("is in the order of the codes, keeps the first of two, and finds them")
    func order() {
        let table = CountryTable(
            countries: [
                country("URY", group: "lac", m49: "858"), country("ARG", group: "lac", m49: "032"),
                country("ESP", group: "europe"), country("ARG", group: "europe", m49: "999"),
            ],
            regions: [Region(id: "419", name: text("Latin America and the Caribbean"), parent: "019")])
        #expect(table.countries.map(\.code) == ["ARG", "ESP", "URY"])
        #expect(table.index(of: "URY") == CountryIndex(2))
        #expect(table.index(of: "ury") == nil)
        #expect(table.index(of: "BRA") == nil)
        #expect(table[CountryIndex(0)].m49 == "032", "the first of two with one code is kept, with its leading zero")
        #expect(table.members(ofGroup: "lac") == [CountryIndex(0), CountryIndex(2)])
        #expect(table.members(ofGroup: "asia").isEmpty)
        #expect(table.regions.map(\.id) == ["419"])
        #expect(CountryIndex(0) < CountryIndex(1))
    }
}

@Suite("The framework")
struct FrameworkTests {
    private func measure(_ id: String, _ code: String, lines: [String], title: String) -> Framework.Measure {
        var measure = Framework.Measure(
            id: id, code: code, chapter: String(code.prefix(1)), title: text(title), origin: nowhere)
        measure.lines = lines.map { Framework.Line(id: $0, title: text("line \($0)")) }
        measure.targets = [Framework.Line(id: "\(id).T1", title: text("a target"))]
        measure.relatedMeasures = [.init(to: "73", relation: "shares-content")]
        return measure
    }

    private var framework: Framework {
        Framework(
            id: "made-up", name: text("Made up"),
            chapters: [.init(id: "F", title: text("Migration"), measureNumbers: 66...75, coverage: "full")],
            measures: [
                measure("66", "F.66", lines: [], title: "sixty-six"),
                measure("67", "F.67", lines: ["67.1", "67.2", "67.10"], title: "sixty-seven"),
                measure("68", "F.68", lines: ["68.1", "67.2"], title: "sixty-eight"),
            ])
    }

    @Test("lists every measure followed by its lines")
    func targets() {
        #expect(framework.targets.map(\.id) == ["66", "67", "67.1", "67.2", "67.10", "68", "68.1", "67.2"])
        #expect(framework.targets.map(\.measure) == [0, 1, 1, 1, 1, 2, 2, 2])
        #expect(framework.targets.map(\.line) == [nil, nil, 0, 1, 2, nil, 0, 1])
    }

    @Test("finds targets by id, of two equal ones the first")
    func target() throws {
        #expect(framework.target("67.2") == TargetIndex(3))
        #expect(framework.target("67.20") == nil)
        #expect(framework.target("67.1") != framework.target("67.10"), "ids are texts, not numbers")
        #expect(framework.target("F.67") == nil, "a code names a measure, not a target")
        #expect(framework.target("67.T1") == nil, "nothing is aligned to a target of a measure")
        let index = try #require(framework.target("67.10"))
        #expect(framework[index].id == "67.10")
        #expect(framework.measure(of: index).id == "67")
        #expect(framework.title(of: index).text(for: .english) == "line 67.10")
        #expect(TargetIndex(2) < index)
    }

    @Test("finds measures by id or code")
    func measure() throws {
        #expect(framework.measure("67")?.id == "67")
        #expect(framework.measure("F.67")?.id == "67")
        #expect(framework.measure("67.1") == nil)
        let index = try #require(framework.target("68"))
        #expect(framework.title(of: index).text(for: .english) == "sixty-eight")
        #expect(framework.measure(of: index).code == "F.68")
    }
}

@Suite("The progress scale")
struct ProgressScaleTests {
    private let scale = ProgressScale(
        ordered: ["not-started", "limited", "substantial", "complete"].map {
            ProgressLevel(id: $0, name: text($0), letter: String($0.prefix(1)), sign: "·")
        }, contrary: ProgressLevel(id: "contrary", name: text("contrary"), letter: "x", sign: "×"))

    @Test("orders its levels from least to most")
    func order() {
        #expect(scale.level(named: "limited").map { Int($0.rank) } == 1)
        #expect(scale.level(named: "contrary") == nil, "a step back is off the scale")
        #expect(scale.level(named: "Limited") == nil)
        #expect(scale.top == scale.level(named: "complete"))
        #expect(scale[scale.top].id == "complete")
        #expect(ProgressScale.Level(rank: 0) < scale.top)
    }

    @Test("gives ranks to levels and steps back, none to nothing")
    func ranks() {
        #expect(Progress.level(scale.top).rank == 3)
        #expect(Progress.contrary.rank == -1)
        for kind in MissingReason.allCases {
            #expect(Progress.missing(kind).rank == nil)
            #expect(Progress.missing(kind).missing == kind)
            #expect(Progress.missing(kind).level == nil)
        }
        #expect(Progress.level(scale.top).level == scale.top)
        #expect(Progress.level(scale.top).missing == nil)
        #expect(Progress.contrary.level == nil)
    }

    @Test("counts only those who are asked")
    func standings() {
        #expect(Standing.allCases.filter(\.counts) == [.bound, .invited, .pending])
    }

    @Test("weighs a contribution by relation and standing")
    func weights() {
        var consolidation = Consolidation(rule: .weightedMedian)
        consolidation.relationWeights = [.exact: 4, .related: 0]
        consolidation.standingWeights = [.bound: 2]
        #expect(consolidation.weight(relation: .exact, standing: .bound) == 8)
        #expect(consolidation.weight(relation: .exact, standing: .invited) == 4, "undeclared weights are one")
        #expect(consolidation.weight(relation: .narrow, standing: .pending) == 1)
        #expect(consolidation.weight(relation: .related, standing: .bound) == 0)
        for standing in Standing.allCases where !standing.counts {
            #expect(consolidation.weight(relation: .exact, standing: standing) == 0)
        }
    }

    @Test("orders confidence from unknown to high")
    func confidence() {
        #expect(Confidence.allCases.sorted() == [.unknown, .proposed, .low, .medium, .high])
        #expect(Confidence.allCases.map(\.rank) == [0, 1, 2, 3, 4])
    }

    @Test("numbers voices by place")
    func voices() {
        #expect(Voice.allCases.map(\.code) == [0, 1, 2, 3, 4, 5, 6])
    }

    @Test("tells law from politics")
    func commitments() {
        var commitment = Commitment(id: "1", title: text("made up"), legalForce: .binding, origin: nowhere)
        #expect(commitment.isBinding)
        #expect(commitment.addressees == ["members"])
        #expect(commitment.binding == .addressees)
        #expect(commitment.isTracked)
        commitment.legalForce = .political
        #expect(!commitment.isBinding)
        #expect(CommitmentIndex(0) < CommitmentIndex(1))
    }
}
