import Diagnostics
import ForumKit
import Testing

@Suite("The options of a module")
struct ModuleOptionTests {
    private enum Effect: String, CaseIterable { case simultaneous, direct }

    private static let effect = ModuleOption("effect", default: Effect.simultaneous, example: .direct, "Made up.")
    private static let days = ModuleOption("days", in: 0...365, default: 30, example: 60, "Made up.")
    private static let group = ModuleOption("group", default: "inner", example: "outer", "Made up.")
    private static let commitment = ModuleOption<String?>("commitment", example: "A1", "Made up.")
    private static let isStrict = ModuleOption("strict", default: true, "Made up.")
    private static let command = ModuleOption<[String]>("command", example: "[./read]", "Made up.")

    @Test("each has its default where the forum says nothing")
    func defaults() {
        let values = OptionValues()
        #expect(values[Self.effect] == .simultaneous)
        #expect(values[Self.days] == 30)
        #expect(values[Self.group] == "inner")
        #expect(values[Self.commitment] == nil)
        #expect(values[Self.isStrict])
        #expect(values[Self.command] == [])
    }

    @Test("each has the value that the forum gives, and its place")
    func given() {
        let place = SourceRange.wholeFile(FileID(rawValue: 3))
        let values = OptionValues(
            ["effect": "direct", "days": "7", "group": "outer", "commitment": "A1", "strict": "false"],
            lists: ["command": ["./read", "--all"]], ranges: ["days": place])
        #expect(values[Self.effect] == .direct)
        #expect(values[Self.days] == 7)
        #expect(values[Self.group] == "outer")
        #expect(values[Self.commitment] == "A1")
        #expect(!values[Self.isStrict])
        #expect(values[Self.command] == ["./read", "--all"])
        #expect(values.range(of: Self.days) == place)
        #expect(values.range(of: Self.effect) == nil)
    }

    @Test(
        "the declaration says what the value says",
        arguments: [
            (effect.declaration, "simultaneous", "direct", OptionDeclaration.Kind.choice(["simultaneous", "direct"])),
            (days.declaration, "30", "60", .integer(0...365)), (group.declaration, "inner", "outer", .text),
            (commitment.declaration, "", "A1", .text), (isStrict.declaration, "true", "false", .boolean),
            (command.declaration, "", "[./read]", .texts),
        ])
    func declaration(
        _ option: OptionDeclaration, _ defaultValue: String, _ example: String, _ kind: OptionDeclaration.Kind
    ) {
        #expect(option.defaultValue == defaultValue)
        #expect(option.example == example)
        #expect(option.kind == kind)
    }

    @Test(
        "what a value may be",
        arguments: [
            (OptionDeclaration.Kind.integer(1...12), ["1", "12"], ["0", "13", "", "one", "1.5"]),
            (.choice(["a", "b"]), ["a", "b"], ["c", "", "A"]), (.boolean, ["true", "false"], ["yes", "", "True"]),
            (.text, ["anything"], [""]), (.texts, [], ["anything", ""]),
        ])
    func accepts(_ kind: OptionDeclaration.Kind, _ values: [String], _ others: [String]) {
        #expect(values.allSatisfy(kind.accepts))
        #expect(!others.contains(where: kind.accepts))
    }
}
