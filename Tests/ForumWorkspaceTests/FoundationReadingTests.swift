import Diagnostics
import FollowUpModel
import Testing

@testable import ForumWorkspace

/// workspace.yaml, the framework and the countries: what each may hold, and where it is refused.
@Suite("Foundations as they are written")
struct FoundationReadingTests {
    /// A file of the base workspace with one text replaced by another.
    private static func file(_ path: String, _ old: String, by new: String) throws -> String {
        let text = String(decoding: try Fixture.base()[path] ?? [], as: UTF8.self)
        try #require(text.contains(old), "\(path) has the text to replace")
        return text.replacing(old, with: new, maxReplacements: 1)
    }

    private func workspace(_ old: String, by new: String) throws -> Workspace {
        let loaded = try load(Fixture.base(with: ["workspace.yaml": try Self.file("workspace.yaml", old, by: new)]))
        try #require(loaded.diagnostics.isEmpty, "\(loaded.rendered)")
        return try #require(loaded.reading.workspace)
    }

    /// What stands in the base's workspace.yaml and is replaced in the cases below.
    private static let relations = "relations: {exact: 4, close: 3, narrow: 2, broad: 2, related: 1}"

    @Test("consolidation has limits and defaults", arguments: ConsolidationRule.allCases)
    func consolidation(_ rule: ConsolidationRule) throws {
        let plain = try workspace("rule: weighted-median", by: "rule: \(rule.rawValue)").settings.consolidation
        #expect(plain.rule == rule)
        #expect(plain.divergentFrom == 2)
        #expect(plain.staleAfterMonths == 60)
        let told = try workspace(
            "rule: weighted-median", by: "rule: \(rule.rawValue)\n  divergent-from: 100\n  stale-after-months: 1200"
        ).settings.consolidation
        #expect(told.divergentFrom == 100)
        #expect(told.staleAfterMonths == 1200)
    }

    @Test("a weight is that of the relation times that of the standing; who stands outside weighs nothing")
    func weights() throws {
        let consolidation = try workspace(Self.relations, by: "relations: {exact: 1000, close: 0}").settings
            .consolidation
        let relations: [Relation: Int] = [.exact: 1000, .close: 0, .narrow: 1, .broad: 1, .intersects: 1, .related: 1]
        let standings: [Standing: Int] = [.bound: 2, .pending: 2, .invited: 1]
        for relation in Relation.allCases {
            for standing in Standing.allCases {
                let expected = (relations[relation] ?? -1) * (standings[standing] ?? 0)
                #expect(consolidation.weight(relation: relation, standing: standing) == expected)
            }
        }
    }

    /// A refusal in workspace.yaml: what is replaced, and by what.
    static let refused: [(old: String, refusal: Refusal)] = [
        (relations, Refusal("a relation nobody knows", "relations: {⟪equal⟫: 4}", "unknown-word")),
        (relations, Refusal("a weight below nothing", "relations: {exact: ⟪-1⟫}", "out-of-range")),
        (relations, Refusal("a weight too heavy", "relations: {exact: ⟪1001⟫}", "out-of-range")),
        (relations, Refusal("half a weight", "relations: {exact: ⟪1.5⟫}", "not-an-integer")),
        ("standings: {bound: 2,", Refusal("a standing that never counts", "standings: {⟪exempt⟫: 2,", "unknown-word")),
        ("rule: weighted-median", Refusal("a rule nobody knows", "rule: ⟪average⟫", "unknown-word")),
        (
            "rule: weighted-median",
            Refusal("no difference at all", "rule: weakest\n  divergent-from: ⟪0⟫", "out-of-range")
        ),
        (
            "rule: weighted-median",
            Refusal("never stale", "rule: weakest\n  stale-after-months: ⟪1201⟫", "out-of-range")
        ),
        ("region: lac-state", Refusal("a region of nobody", "region: ⟪antarctic⟫", "unknown-region")),
        ("languages: [en, es]", Refusal("no languages", "languages: ⟪[]⟫", "empty-list")),
        ("languages: [en, es]", Refusal("one language outside of a list", "languages: ⟪en⟫", "wrong-kind")),
        ("level: limited", Refusal("two levels of one name", "level: ⟪not-started⟫", "duplicate-id")),
        ("level: limited", Refusal("a level called contrary", "level: ⟪contrary⟫", "duplicate-id")),
        ("level: limited", Refusal("a level in capitals", "level: ⟪Limited⟫", "invalid-identifier")),
        ("workspace: made-up\n", Refusal("a key nobody knows", "workspace: made-up\n⟪colour⟫: red\n", "unknown-key")),
    ]

    @Test("are refused where they are wrong", arguments: refused)
    func refusals(_ old: String, _ refusal: Refusal) throws {
        let text = try Self.file("workspace.yaml", old, by: refusal.text)
        let marked = Marked(text)
        let loaded = try load(Fixture.base(with: ["workspace.yaml": marked.text]))
        // Words of forums may hang on a level that is gone: what counts here is this one file.
        #expect(
            loaded.found(in: "workspace.yaml") == zip(refusal.codes, marked.places).map { "\($0) \($1)" },
            "\(loaded.rendered)")
    }

    @Test("the scale may have one level or two hundred, in their order", arguments: [1, 2, 200])
    func scales(count: Int) throws {
        let levels = (0..<count).map { "  - {level: l-\($0), name: {en: L}, letter: L, sign: ○}\n" }.joined()
        var files = try Fixture.base()
        let text = String(decoding: files["workspace.yaml"] ?? [], as: UTF8.self)
        let head = try #require(text.firstRange(of: "  - {level: not-started"))
        let tail = try #require(text.firstRange(of: "contrary:"))
        files["workspace.yaml"] = Array(
            (String(text[..<head.lowerBound]) + levels + String(text[tail.lowerBound...])).utf8)
        let scale = try #require(try load(files).reading.workspace?.settings.scale)
        #expect(scale.levels.map(\.id) == (0..<count).map { "l-\($0)" })
        #expect(scale.top == ProgressScale.Level(rank: count - 1))
        #expect(scale.level(named: "l-0") == ProgressScale.Level(rank: 0))
        #expect(scale.level(named: "contrary") == nil, "a step back is off the scale")
    }

    @Test(
        "a file that workspace.yaml names and that isn't there is named where it is named",
        arguments: [
            "framework", "countries",
        ])
    func missingFiles(_ key: String) throws {
        let text = try Self.file(
            "workspace.yaml", "\(key): reference/\(key).yaml", by: "\(key): ⟪reference/none.yaml⟫")
        let marked = Marked(text)
        let loaded = try load(Fixture.base(with: ["workspace.yaml": marked.text]))
        #expect(loaded.found(in: "workspace.yaml") == ["unreadable-file \(marked.places[0])"])
        #expect(loaded.reading.workspace == nil, "nothing can be said without it")
    }

    @Test("the picture shows the countries of the region by code, and no others")
    func region() throws {
        let path = "reference/countries.yaml"
        let others = try Self.file(path, "name: {en: Chile}, group: lac-state", by: "name: {en: Chile}, group: other")
        let loaded = try load(Fixture.base(with: [path: others]))
        try #require(loaded.diagnostics.isEmpty, "\(loaded.rendered)")
        let workspace = try #require(loaded.reading.workspace)
        #expect(workspace.region.map { workspace.countries[$0].code } == ["ARG", "BOL", "PER"])
        #expect(workspace.countries.index(of: "CHL") != nil, "a forum may still name it")
    }

    @Test("a measure is followed by its lines, in the order of the file")
    func targets() throws {
        let framework = try #require(try load(Fixture.base()).reading.workspace?.framework)
        #expect(framework.targets.map(\.id) == ["67", "67.1", "67.2", "68"])
        for (place, target) in framework.targets.enumerated() {
            #expect(framework.target(target.id) == TargetIndex(place))
            #expect(framework.measure(of: TargetIndex(place)).id == target.id.prefix(2))
        }
        #expect(framework.measure("F.67")?.id == "67", "by its code as well")
        #expect(framework.measure("67.1") == nil)
        #expect(framework.target("6") == nil && framework.target("067") == nil, "a number is a text")
    }
}
