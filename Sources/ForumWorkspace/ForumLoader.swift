import Diagnostics
import FollowUpModel
import ForumKit
import Localization
import LocatedYAML
import SystemIO

/// What a forum's two YAML files say, before any report is read.
struct ForumRules: Sendable {
    let revision = Revision()
    let definition: ForumDefinition
    let module: any ForumModule
    let metadata: ModuleMetadata
    let options: OptionValues
    /// The commitments; nil when the file can't be read at all.
    let commitments: CommitmentReader.Reading?
    /// Why they or files of the forum can't be read, if so.
    let problem: Diagnostic?
    /// Their places by their ids.
    let indexById: [String: CommitmentIndex]
    /// Of each commitment and party whether the one ever addresses the other.
    let addressed: [[Bool]]
    let expect: ExpectRecord?
    /// The day of the reading, where it is known.
    let today: CalendarDay?
    /// What reads the forum's reports; nil where there are no commitments that they could speak of.
    let reader: ReportReader?
}

/// The two YAML files of a forum, decoded, and not tied yet to anything outside of them.
struct ForumFiles: Sendable {
    /// forum.yaml; nil when it can't be read.
    let forum: ForumFile?
    /// commitments.yaml; nil when it can't be read at all.
    let commitments: CommitmentReader.Records?
    /// What is wrong with them so far.
    let diagnostics: [Diagnostic]

    /// Decodes the files of a folder, unless the meter is stopped.
    init(decoding folder: ForumFolder, meter: WorkMeter?) {
        var diagnostics: [Diagnostic] = []
        forum =
            meter?.isStopped == true
            ? nil : ForumFile.decode(folder.forum.1, file: folder.forum.0, into: &diagnostics)
        // Without its forum nothing could be said of a commitment's parties and words.
        commitments =
            forum == nil
            ? nil
            : folder.commitments.flatMap { CommitmentReader.decode($0.1, file: $0.0, into: &diagnostics) }
        self.diagnostics = diagnostics
    }
}

/// Reads one forum: its definition and its commitments, then its reports.
struct ForumLoader {
    let folder: ForumFolder
    let foundations: Foundations
    let registry: ForumRegistry
    let meter: WorkMeter?

    /// What reading a forum gave.
    struct Reading: Sendable {
        var forum: LoadedForum?
        /// What the forum is read by; nil when its definition can't be read.
        var rules: ForumRules?
        /// The report files, each with its rows; kept only where they are to be of use again.
        var scans: [ReportScan] = []
        /// What is wrong with the two YAML files.
        var ruleDiagnostics: [Diagnostic]
        /// What is wrong with the reports.
        var reportDiagnostics: [Diagnostic] = []
        /// The ids of commitments that can't be read; nil when it isn't known which ones there are.
        var unreadCommitments: Set<String>?
    }

    /// Makes the forum of its decoded files, and reads its reports.
    ///
    /// - Parameter keeping: the size of stretches of report files whose rows are kept for another reading; nil to keep
    ///   none.
    func load(_ files: ForumFiles, keeping stretch: Int? = nil) -> Reading {
        var reading = readRules(files)
        if let rules = reading.rules {
            let scans = rules.reader.map { $0.scan(folder.reports, chunkSize: stretch ?? ReportReader.chunkSize) } ?? []
            Self.readReports(folder.reports, scans, rules, into: &reading)
            if stretch != nil { reading.scans = scans }
        }
        return reading
    }

    /// Ties what forum.yaml and commitments.yaml say to the foundations, to each other and to a module.
    private func readRules(_ files: ForumFiles) -> Reading {
        var diagnostics = files.diagnostics
        guard meter?.isStopped != true, let file = files.forum else { return Reading(ruleDiagnostics: diagnostics) }
        if file.id.value != folder.name { diagnostics.append(Self.otherFolder(file.id, folder.name)) }
        var builder = DefinitionBuilder(file: file, foundations: foundations)
        let definition = builder.build()
        diagnostics += builder.diagnostics + Lint.forum(file, today: foundations.today)
        let commitments = files.commitments.map {
            CommitmentReader(forum: definition, framework: foundations.framework, countries: foundations.countries)
                .read($0, into: &diagnostics)
        }
        let sound = commitments?.commitments ?? []
        let addressed = AddressChecker.addressed(sound, in: definition)
        diagnostics += Lint.commitments(sound, in: definition, addressed: addressed)
        var rules: ForumRules?
        if let type = module(file, into: &diagnostics) {
            let options = OptionReader(module: type.metadata, node: file.options).read(into: &diagnostics)
            let module = type.init(forum: definition, options: options, diagnostics: &diagnostics)
            let reader = commitments.map {
                ReportReader(
                    forum: definition, commitments: $0.commitments, unreadCommitments: $0.unread,
                    countries: foundations.countries, meter: meter)
            }
            rules = ForumRules(
                definition: definition, module: module, metadata: type.metadata.adding(foundations.languages.files),
                options: options, commitments: commitments,
                problem: folder.problem ?? (commitments == nil ? diagnostics.first { $0.severity == .error } : nil),
                indexById: CommitmentIndex.places(of: sound.map(\.id)),
                addressed: addressed, expect: file.expect, today: foundations.today, reader: reader)
        }
        return Reading(rules: rules, ruleDiagnostics: diagnostics, unreadCommitments: commitments?.unread)
    }

    /// Puts scanned report files together into the forum.
    static func readReports(
        _ files: [(id: FileID, bytes: FileBytes)], _ scans: [ReportScan], _ rules: ForumRules,
        into reading: inout Reading
    ) {
        take(rules.reader.map { $0.settle(scans) } ?? unreadable(files), rules, nil, into: &reading)
    }

    /// Makes the forum of its rules and its reports.
    static func take(
        _ reports: ForumReports, _ rules: ForumRules, _ change: ReportChange?, into reading: inout Reading
    ) {
        let forum = LoadedForum(rules: rules, reports: reports, change: change, from: reading.forum)
        reading.forum = forum
        reading.reportDiagnostics =
            reports.diagnostics + AddressChecker.check(forum, addressed: rules.addressed)
            + ContradictionChecker.check(forum) + Lint.reports(forum, today: rules.today)
        if rules.commitments != nil { reading.reportDiagnostics += checkCounts(rules.expect, forum) }
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
        diagnostics.append(
            .unknown(
                .unknownModule, file.module.value, at: file.module.range,
                "no module is called '\(file.module.value)'", known: registry.names,
                notes: [DiagnosticNote("installed are \(registry.names.joined(separator: ", "))")]))
        return nil
    }

    /// The reports of a forum whose commitments can't be read: every row would be wrong for a reason that has been
    /// reported once.
    private static func unreadable(_ files: [(id: FileID, bytes: FileBytes)]) -> ForumReports {
        var reports = ForumReports()
        for (id, bytes) in files {
            reports.files.append(ReportFile(file: id, bytes: bytes, header: .none))
            reports.rejected += ReportReader.countRows(of: bytes)
        }
        return reports
    }

    /// Compares what was read with what forum.yaml expects.
    private static func checkCounts(_ expect: ExpectRecord?, _ forum: LoadedForum) -> [Diagnostic] {
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
