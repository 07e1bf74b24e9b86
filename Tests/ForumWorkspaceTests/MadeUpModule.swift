import Diagnostics
import FollowUpModel
import ForumKit

/// A module of the tests that takes one option of each kind and assesses nobody.
struct MadeUpModule: ForumModule {
    static let metadata = ModuleMetadata(
        name: "made-up", summary: LocalizedText(en: "Made up.", es: "Inventado.", pt: "Inventado.", fr: "Inventé."),
        options: [months.declaration, mode.declaration, strict.declaration, label.declaration], rules: [])

    enum Mode: String, CaseIterable { case mild, strict }

    static let months = ModuleOption("months", in: 1...12, default: 6, example: 3, "How often.")
    static let mode = ModuleOption("mode", default: Mode.mild, example: .strict, "How.")
    static let strict = ModuleOption("strict", default: false, "Whether.")
    static let label = ModuleOption("label", default: "none", example: "a label", "What.")

    let options: OptionValues

    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) { self.options = options }

    func assess(_ evidence: CommitmentEvidence) -> [Assessment] { [] }
}

extension ForumRegistry {
    /// The modules of the tests.
    static func ofTests() throws -> ForumRegistry { try ForumRegistry([DeclarativeModule.self, MadeUpModule.self]) }
}
