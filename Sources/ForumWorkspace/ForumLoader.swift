import Diagnostics
import FollowUpModel
import ForumKit
import LocatedYAML

/// Reads one forum: its definition, its commitments, its reports.
struct ForumLoader {
    let folder: ForumFolder
    let foundations: Foundations
    let registry: ForumRegistry

    /// What reading a forum gave.
    struct Reading: Sendable {
        var forum: LoadedForum?
        /// The ids of commitments that can't be read; nil when it isn't known which ones there are.
        var unreadCommitments: Set<String>?
        var diagnostics: [Diagnostic]
    }

    func load() -> Reading {
        var diagnostics: [Diagnostic] = []
        guard let file = ForumFile.decode(folder.forum.1, file: folder.forum.0, into: &diagnostics) else {
            return Reading(forum: nil, unreadCommitments: nil, diagnostics: diagnostics)
        }
        if file.id.value != folder.name { diagnostics.append(Self.otherFolder(file.id, folder.name)) }
        var builder = DefinitionBuilder(file: file, foundations: foundations)
        let definition = builder.build()
        diagnostics += builder.diagnostics
        let commitments = readCommitments(of: definition, into: &diagnostics)
        var forum: LoadedForum?
        if let type = module(file, into: &diagnostics) {
            let options = OptionReader(module: type.metadata, node: file.options).read(into: &diagnostics)
            let module = type.init(forum: definition, options: options, diagnostics: &diagnostics)
            forum = readReports(definition, module, type.metadata, options, commitments, into: &diagnostics)
        }
        if let forum, commitments != nil { diagnostics += checkCounts(file.expect, forum) }
        return Reading(forum: forum, unreadCommitments: commitments?.unread, diagnostics: diagnostics)
    }

    private static func otherFolder(_ id: Located<String>, _ folder: String) -> Diagnostic {
        // The folder's name can be the id only where it is written as ids are.
        let isName = folder.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        let canBeId = isName && folder.first?.isLetter == true
        return .error(
            .forumFolder, at: id.range, "the forum is called '\(id.value)' and its folder '\(folder)'",
            fixIts: canBeId ? [.replace(id.range, with: folder)] : [],
            help: canBeId ? nil : "rename the folder to \(id.value)")
    }

    private func module(_ file: ForumFile, into diagnostics: inout [Diagnostic]) -> (any ForumModule.Type)? {
        if let module = registry.module(named: file.module.value) { return module }
        let near = file.module.value.nearest(in: registry.names)
        diagnostics.append(
            .error(
                .unknownModule, at: file.module.range,
                "no module is called '\(file.module.value)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                notes: [DiagnosticNote("installed are \(registry.names.joined(separator: ", "))")],
                fixIts: near.map { [.replace(file.module.range, with: $0)] } ?? []))
        return nil
    }

    /// The commitments, or nil when the file can't be read at all.
    private func readCommitments(
        of forum: ForumDefinition, into diagnostics: inout [Diagnostic]
    ) -> CommitmentReader.Reading? {
        guard let (id, bytes) = folder.commitments else { return nil }
        let reader = CommitmentReader(
            forum: forum, framework: foundations.framework, countries: foundations.countries)
        return reader.read(bytes, file: id, into: &diagnostics)
    }

    private func readReports(
        _ definition: ForumDefinition, _ module: any ForumModule, _ metadata: ModuleMetadata, _ options: OptionValues,
        _ commitments: CommitmentReader.Reading?, into diagnostics: inout [Diagnostic]
    ) -> LoadedForum {
        let reader = commitments.map {
            ReportReader(
                forum: definition, commitments: $0.commitments, unreadCommitments: $0.unread,
                countries: foundations.countries)
        }
        let reports = reader.map { $0.settle($0.scan(folder.reports)) } ?? unreadableReports()
        diagnostics += reports.diagnostics
        let forum = LoadedForum(
            definition: definition, module: module, metadata: metadata, options: options,
            commitments: commitments?.commitments ?? [], reports: reports.table, reportFiles: reports.files,
            rejected: reports.rejected)
        diagnostics += AddressChecker.check(forum)
        return forum
    }

    /// The reports of a forum whose commitments can't be read: every row would be wrong for a reason that has been
    /// reported once.
    private func unreadableReports() -> ForumReports {
        var reports = ForumReports()
        for (id, bytes) in folder.reports {
            reports.files.append(ReportFile(file: id, bytes: bytes, header: .none))
            reports.rejected += bytes.withUnsafeBytes(ReportReader.countRows)
        }
        return reports
    }

    /// Compares what was read with what forum.yaml expects.
    private func checkCounts(_ expect: ExpectRecord?, _ forum: LoadedForum) -> [Diagnostic] {
        func check(_ bounds: Bounds?, _ count: Int, _ what: String) -> Diagnostic? {
            guard let bounds else { return nil }
            let bound: String
            if let least = bounds.min, count < least {
                bound = "at least \(least)"
            } else if let most = bounds.max, count > most {
                bound = "at most \(most)"
            } else {
                return nil
            }
            let noun = count == 1 ? what : what + "s"
            return .error(.unexpectedCount, at: bounds.range, "\(count) \(noun) can be read; expected are \(bound)")
        }
        return [
            check(expect?.commitments, forum.commitments.count, "commitment"),
            check(expect?.reports, forum.reports.count, "report"),
        ].compactMap(\.self)
    }
}

extension ReportHeader {
    /// The header of a file whose own can't be used: no columns, no rows.
    static let none = ReportHeader(names: [], delimiter: UInt8(ascii: ","), firstRecord: 0, firstLine: 1)
}
