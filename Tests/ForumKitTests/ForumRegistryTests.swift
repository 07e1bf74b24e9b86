import Diagnostics
import FollowUpModel
import ForumKit
import Testing

/// A made-up module that says nothing.
private struct QuietModule: ForumModule {
    static let metadata = ModuleMetadata(name: "quiet", summary: text("Says nothing."), rules: [])
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}
    func assess(_ evidence: CommitmentEvidence) -> [Assessment] { [] }
}

/// A second made-up module that wants the same name.
private struct SecondQuietModule: ForumModule {
    static let metadata = QuietModule.metadata
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}
    func assess(_ evidence: CommitmentEvidence) -> [Assessment] { [] }
}

@Suite("The registry of modules")
struct ForumRegistryTests {
    @Test("finds modules by name, whatever the order they came in")
    func finding() throws {
        for modules in [[QuietModule.self, DeclarativeModule.self], [DeclarativeModule.self, QuietModule.self]]
            as [[any ForumModule.Type]]
        {
            let registry = try ForumRegistry(modules)
            #expect(registry.names == ["declarative", "quiet"])
            #expect(registry.module(named: "quiet") is QuietModule.Type)
            #expect(registry.module(named: "declarative") is DeclarativeModule.Type)
            #expect(registry.module(named: "Quiet") == nil)
        }
    }

    @Test("refuses two modules of one name")
    func duplicate() {
        let error = #expect(throws: DuplicateModule.self) {
            try ForumRegistry([QuietModule.self, DeclarativeModule.self, SecondQuietModule.self])
        }
        #expect(error?.name == "quiet")
        #expect(error?.description == "two forum modules are named 'quiet'")
    }

    @Test("may be empty")
    func empty() throws {
        let registry = try ForumRegistry([])
        #expect(registry.names.isEmpty)
        #expect(registry.module(named: "declarative") == nil)
    }

    @Test("offers names near a wrong one")
    func nearest() throws {
        let registry = try ForumRegistry([QuietModule.self, DeclarativeModule.self])
        #expect("declaritive".nearest(in: registry.names) == "declarative")
        #expect("treaty-body".nearest(in: registry.names) == nil)
    }
}

@Suite("What a module says about itself")
struct ModuleMetadataTests {
    @Test("holds its own rules and those of every module, each once; its own wording goes first")
    func rules() {
        let own = ModuleRule("no-report", text("Nobody has said a word."))
        let metadata = ModuleMetadata(name: "x", summary: text("x"), rules: [own, ModuleRule("mine", text("Mine."))])
        #expect(Set(metadata.rules.map(\.id)) == Set(CommonRules.all.map(\.id)).union(["mine"]))
        #expect(metadata.rules.count == CommonRules.all.count + 1)
        #expect(metadata.rule(.noReport) == own)
        #expect(metadata.rule("nothing") == nil)
        #expect(metadata.reads == .own)
    }

    @Test("declarative: every rule has an id of its own, in kebab case")
    func ruleIds() {
        let ids = DeclarativeModule.metadata.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(
                !id.rawValue.isEmpty && id.rawValue.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(id)")
            #expect(DeclarativeModule.metadata.rule(id)?.id == id)
        }
        #expect(Set(StandingRules.all.map(\.id)).isSubset(of: ids))
    }

    @Test("declarative: every text is there in four languages, and no two of them are the same")
    func texts() {
        let metadata = DeclarativeModule.metadata
        for (name, text) in [("summary", metadata.summary)] + metadata.rules.map({ ($0.id.rawValue, $0.text) }) {
            let wordings = [Language.english, .spanish, .portuguese, .french].map { text[$0] ?? "" }
            #expect(text.wordings.count == 4, "\(name)")
            #expect(Set(wordings).count == 4, "\(name)")
            for wording in wordings {
                #expect(wording.hasSuffix(".") && wording.first?.isUppercase == true, "\(name): '\(wording)'")
            }
        }
        let english = metadata.rules.map { $0.text.text(for: .english) }
        #expect(Set(english).count == english.count, "every rule says something of its own")
    }
}
