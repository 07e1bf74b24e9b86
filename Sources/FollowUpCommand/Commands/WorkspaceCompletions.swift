import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Localization

extension CompletionKind {
    /// The ids of the workspace's forums.
    static let forums = custom { arguments, _, _ in WorkspaceCompletions(arguments).forums }
    /// The codes of the countries that the picture shows.
    static let countries = custom { arguments, _, _ in WorkspaceCompletions(arguments).countries }
    /// The tags of the languages that there are texts in.
    static let languages = custom { arguments, _, _ in WorkspaceCompletions(arguments).languages }
    /// The numbers of the framework's measures.
    static let measures = custom { arguments, _, _ in WorkspaceCompletions(arguments).measures }
    /// The numbers of the framework's measures and lines.
    static let lines = custom { arguments, _, _ in WorkspaceCompletions(arguments).lines }
}

/// What shells offer for words that stand in the workspace; nothing where there is none.
struct WorkspaceCompletions {
    private let reading: WorkspaceReading

    /// Reads the workspace that a command line names.
    init(_ arguments: [String]) {
        let named = arguments.lastIndex(of: "--workspace").flatMap { arguments.dropFirst($0 + 1).first }
        // Without modules no forum's reports are read, which makes it quick; ids, codes and numbers don't need them.
        do throws(DuplicateModule) {
            reading = Workspace.load(named ?? "forums", registry: try ForumRegistry([]))
        } catch {
            preconditionFailure("no two of no modules have the same name")
        }
    }

    /// The folders that hold a forum.yaml.
    var forums: [String] {
        reading.sources.files.compactMap { file in
            let parts = file.path.split(separator: "/")
            return parts.last == "forum.yaml" ? parts.dropLast().last.map(String.init) : nil
        }
    }

    /// The codes of the picture's countries.
    var countries: [String] {
        guard let workspace = reading.workspace else { return [] }
        return workspace.region.map { workspace.countries[$0].code }
    }

    /// The tags of the languages: those of the program, and those that the workspace adds.
    var languages: [String] { (reading.workspace?.languages ?? .shipped).languages.map(\.code) }

    /// The measures' numbers.
    var measures: [String] { reading.workspace?.framework.measures.map(\.id) ?? [] }

    /// The measures' and lines' numbers.
    var lines: [String] {
        reading.workspace?.framework.measures.flatMap { [$0.id] + $0.lines.map(\.id) } ?? []
    }
}
