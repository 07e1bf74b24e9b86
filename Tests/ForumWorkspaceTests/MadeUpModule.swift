import Diagnostics
import FollowUpModel
import ForumKit

/// A module of the tests that takes one option of each kind and assesses nobody.
struct MadeUpModule: ForumModule {
    static let metadata = ModuleMetadata(
        name: "made-up", summary: LocalizedText(en: "Made up.", es: "Inventado.", pt: "Inventado.", fr: "Inventé."),
        options: [
            ModuleOption(
                name: "months", kind: .integer(1...12), defaultValue: "6", description: "How often.", example: "3"),
            ModuleOption(
                name: "mode", kind: .choice(["mild", "strict"]), defaultValue: "mild", description: "How.",
                example: "strict"),
            ModuleOption(
                name: "strict", kind: .boolean, defaultValue: "false", description: "Whether.", example: "true"),
            ModuleOption(name: "label", kind: .text, defaultValue: "none", description: "What.", example: "a label"),
        ], rules: [])

    let options: OptionValues

    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) { self.options = options }

    func assess(_ evidence: CommitmentEvidence) -> [Assessment] { [] }
}

extension ForumRegistry {
    /// The modules of the tests.
    static func ofTests() throws -> ForumRegistry { try ForumRegistry([DeclarativeModule.self, MadeUpModule.self]) }
}
