import External
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing

/// A made-up workspace in a folder that is there while a test runs: the forum of the worked example, read by one of the
/// programs of the tests, and a second forum that has nothing to do with it.
final class Place {
    /// The workspace's folder.
    let path: String
    /// The folder of the forum with a program.
    var forum: String { path + "/made-up-forum" }

    /// Where this plugin lies.
    static let plugin = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Makes the workspace with the program of the worked example, or with `Tests/Fixtures/<program>.py` in its place.
    init(program: String? = nil, command: String? = nil, options: String = "") throws {
        path = NSTemporaryDirectory() + "followup-external-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path + "/reference", withIntermediateDirectories: true)
        for (name, text) in Self.files { try write(name, text) }
        try FileManager.default.copyItem(
            at: Self.plugin.appending(path: "Examples/made-up-forum"), to: URL(filePath: forum))
        if let program {
            try FileManager.default.copyItem(
                at: Self.plugin.appending(path: "Tests/Fixtures/\(program).py"),
                to: URL(filePath: forum + "/\(program).py"))
        }
        try edit("made-up-forum/forum.yaml") { text in
            let command = command ?? program.map { "[./\($0).py]" } ?? "[./read.py]"
            return text.replacing("command: [./read.py]", with: "command: \(command)")
                .replacing("  seconds: 5", with: options.isEmpty ? "  seconds: 20" : options)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file of the workspace.
    func write(_ name: String, _ text: String) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Changes a file of the workspace in its place, so that it keeps its mode.
    func edit(_ name: String, _ change: (String) -> String) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path).appending(path: name))
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        try file.truncate(atOffset: 0)
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(change(text).utf8))
        try file.close()
    }

    /// The text of a file of the forum.
    func text(_ name: String) throws -> String { try String(contentsOfFile: forum + "/" + name, encoding: .utf8) }

    /// Reads the workspace.
    func load() throws -> WorkspaceReading {
        Workspace.load(path, registry: try ForumRegistry([DeclarativeModule.self, ExternalModule.self]))
    }

    /// The picture with the program trusted, unless another trust is given.
    func snapshot(asOf: String = "2024-12-31", trust: ProgramTrust = ProgramTrust(all: true)) throws -> Snapshot {
        let workspace = try #require(try load().workspace)
        return Snapshot(
            of: workspace, options: SnapshotOptions(asOf: try #require(PartialDate(asOf)), trust: trust))
    }

    private static let files = [
        "workspace.yaml": """
        # Made up for tests, though the codes of countries are real.
        workspace: made-up
        name: {en: Made-up commitments}
        framework: reference/framework.yaml
        countries: reference/countries.yaml
        languages: [en]
        region: lac-state
        progress:
          - {level: not-started, name: {en: Not started}, letter: N, sign: ○}
          - {level: limited, name: {en: Limited}, letter: L, sign: ◔}
          - {level: substantial, name: {en: Substantial}, letter: S, sign: ◕}
          - {level: complete, name: {en: Complete}, letter: C, sign: ●}
        contrary: {name: {en: Step back}, letter: X, sign: ✕}
        consolidation:
          rule: weighted-median
          relations: {exact: 4, close: 3, narrow: 2, broad: 2, related: 1}
          standings: {bound: 2, pending: 2, invited: 1}
        """,
        "reference/framework.yaml": """
        framework: made-up-framework
        name: {en: A made-up framework}
        chapters:
          - {id: F, title: {en: Migration}, measures: {from: 67, to: 67}, coverage: full}
        measures:
          - {id: "67", code: F.67, chapter: F, title: {en: A measure}, coverage: full}
        """,
        "reference/countries.yaml": """
        regions:
          - {id: "419", name: {en: Latin America}}
        countries:
          - {code: ARG, alpha2: AR, m49: "032", name: {en: Argentina}, group: lac-state, region: "419", sovereign: true}
          - {code: BOL, alpha2: BO, m49: "068", name: {en: Bolivia}, group: lac-state, region: "419", sovereign: true}
          - {code: CHL, alpha2: CL, m49: "152", name: {en: Chile}, group: lac-state, region: "419", sovereign: true}
          - {code: PER, alpha2: PE, m49: "604", name: {en: Peru}, group: lac-state, region: "419", sovereign: true}
        """,
        "golfo/forum.yaml": """
        # Made up for tests.
        forum: golfo
        module: declarative
        name: {en: Made-up Forum of the Gulf}
        kind: consensus-forum
        languages: [en]
        members: [{country: ARG}, {country: CHL}]
        statuses:
          done: complete
        """,
        "golfo/commitments.yaml": """
        # Made up for tests.
        commitments:
          - id: G-1
            title: {en: A made-up undertaking}
            legal-force: political
            crosswalk: [{to: "67", relation: exact, confidence: high}]
        """,
        "golfo/reports/2020.csv": "id,commitment,party,status,date\nG-1-1,G-1,CHL,done,2020-05-04\n",
    ]
}

extension ForumSnapshot {
    /// The assessments of a commitment in words: party, standing, progress, rules and report.
    func words(_ commitment: String) throws -> [String] {
        let index = try #require(forum.index(ofCommitment: commitment))
        return assessments(of: index).map { assessment in
            let progress =
                assessment.progress.missing?.rawValue ?? assessment.progress.rank.map(String.init) ?? "?"
            let report = assessment.basis.report.flatMap { forum.texts(of: $0)[.id] } ?? "–"
            return [
                forum.definition.parties[assessment.party].id, assessment.standing.rawValue, progress,
                assessment.basis.standingRule.rawValue, assessment.basis.progressRule.rawValue, report,
            ].joined(separator: " ")
        }
    }
}

extension Place {
    /// Lets a file of the workspace be executed, or not.
    func allowRunning(_ name: String, _ mode: Int = 0o755) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
    }
}
