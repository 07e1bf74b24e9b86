public import ArgumentParser
import Diagnostics
public import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// A command of `followup` that takes everything from outside from its environment.
protocol FollowUpSubcommand: ParsableCommand {
    /// Does the work and says how it ended.
    func run(in environment: CommandEnvironment) throws -> ExitStatus
}

extension FollowUpSubcommand {
    /// ArgumentParser's own entry, which this program doesn't use: the environment would be missing.
    func run() throws {
        preconditionFailure("commands are run with their environment by FollowUpCommand.run")
    }
}

/// Which workspace.
struct FolderOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of forums to read.", valueName: "folder"), completion: .directory)
    var workspace = "forums"

    /// Reads the workspace; problems that leave nothing to show are written as complaints.
    func load(in environment: CommandEnvironment, _ texts: Texts) throws -> Workspace {
        let reading = try environment.read(workspace, texts)
        guard let loaded = reading.workspace else {
            environment.complain(of: reading.diagnostics, in: reading.sources)
            throw unreadable
        }
        return loaded
    }

    /// That there is no workspace to show anything of.
    var unreadable: UsageError {
        UsageError("the workspace '\(workspace)' can't be read", help: "name another folder with --workspace")
    }
}

/// In which language.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the texts: en, es, pt, fr or one of the workspace; otherwise that of the environment.",
            valueName: "language"),
        completion: .languages)
    var lang: String?

    /// The texts of the language asked for, else of the first of LC_ALL, LC_MESSAGES and LANG, else the English ones.
    ///
    /// - Parameter workspace: the folder whose files of texts are looked at beside those of the program.
    func texts(in environment: CommandEnvironment, workspace: String? = nil) throws -> Texts {
        let set = workspace.map { LanguageFiles.set(of: $0) } ?? .shipped
        if let lang {
            if let texts = set.texts(Language(lang)) { return texts }
            throw UsageError(
                "no texts in the language '\(lang)'",
                help: "choose one of \(set.languages.map(\.code).joined(separator: ", "))"
                    + (workspace == nil ? "" : ", or add it: followup language new \(lang)"))
        }
        return set.preferred(in: environment.variables)
    }
}

extension LanguageSet {
    /// The texts in the first of LC_ALL, LC_MESSAGES and LANG that is set and has texts, else in English.
    func preferred(in variables: [String: String]) -> Texts { self[.preferred(in: variables, among: languages)] }
}

extension Language {
    /// The first of LC_ALL, LC_MESSAGES and LANG that is set, where there are texts, else English.
    static func preferred(
        in variables: [String: String], among languages: [Language] = Texts.languages
    ) -> Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = variables[name], !value.isEmpty else { continue }
            // Such as `pt_BR.UTF-8`; tags are ASCII, and bytes need no look into Unicode's tables.
            let tag = value.utf8.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "@") }
            let language = Language(String(decoding: tag.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self))
            return [language, language.general].compactMap(\.self).first(where: languages.contains) ?? .english
        }
        return .english
    }
}

/// In which format.
struct FormatOption: ParsableArguments {
    @Option(help: "How results are given.")
    var format: OutputFormat = .table
}

/// Which workspace, in which language and format.
struct WorkspaceOptions: ParsableArguments {
    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var output: FormatOption

    @Flag(help: "End with status 1 when the workspace has errors, not only in check.")
    var strict = false

    /// The folder of the workspace.
    var workspace: String { folder.workspace }
    /// The format of results.
    var format: OutputFormat { output.format }

    /// The texts, see ``LanguageOption/texts(in:workspace:)``.
    func texts(in environment: CommandEnvironment) throws -> Texts {
        try languageOption.texts(in: environment, workspace: workspace)
    }

    /// Reads the workspace, see ``FolderOption/load(in:_:)``.
    func load(in environment: CommandEnvironment) throws -> Workspace {
        try folder.load(in: environment, texts(in: environment))
    }

    /// Shows a presentation, says on the side when the data has errors, and gives the status to end with.
    func show(
        _ presentation: Presentation, of workspace: Workspace, in environment: CommandEnvironment,
        _ texts: Texts
    ) -> ExitStatus {
        let text = presentation.render(format, for: environment.terminal)
        guard environment.holds(workspace.sources) else { return .dataErrors }
        environment.output(text)
        guard workspace.diagnostics.hasErrors else { return .success }
        environment.complaint("followup: \(texts[.hasErrors])\n")
        return strict ? .dataErrors : .success
    }
}

extension Confidence: ExpressibleByArgument {}
extension ConsolidationRule: ExpressibleByArgument {}

/// A command that shows the picture of a workspace.
protocol PictureCommand: FollowUpSubcommand {
    associatedtype View: PictureView

    /// Which workspace, and how it is shown.
    var workspaceOptions: WorkspaceOptions { get }
    /// Which picture of it.
    var arguments: SnapshotArguments { get }

    /// What the command shows of the picture.
    func view(of snapshot: Snapshot, _ texts: Texts) throws -> View
}

extension PictureCommand {
    func run(in environment: CommandEnvironment) throws -> ExitStatus { try show(arguments, in: environment) }

    /// Shows the picture with these limits; with `--strict` a forum whose module failed counts as an error too.
    func show(_ arguments: SnapshotArguments, in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let presentation = try view(of: snapshot, texts)
            .presentation(limits: self.arguments.description(snapshot, texts))
        let status = workspaceOptions.show(presentation, of: workspace, in: environment, texts)
        // The terminal shows it with the picture; in a table for programs there is no place for it.
        if workspaceOptions.format == .csv, let notRead = texts.forumsNotRead(in: snapshot) {
            environment.complaint("followup: \(notRead)\n")
        }
        return workspaceOptions.strict && !snapshot.missingForums.isEmpty ? .dataErrors : status
    }
}

/// One measure to which the picture is limited.
struct MeasureOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this measure and its lines, such as 67 or F.67.", valueName: "measure"),
        completion: .measures)
    var measure: String?

    /// The measure, if one was named.
    func measure(of snapshot: Snapshot, _ texts: Texts) throws -> Framework.Measure? {
        try measure.map { try snapshot.workspace.framework.measure(named: $0, texts) }
    }
}

extension Framework {
    /// The measure that a person names by number or code.
    func measure(named name: String, _ texts: Texts) throws -> Measure {
        if let measure = measure(name.uppercased()) { return measure }
        throw UsageError.unknown(texts[.unknownMeasure, ["name": name]], name, in: measures.map(\.id), texts)
    }

    /// The measure or line that a person names, with or without the chapter's letter.
    func target(named name: String, _ texts: Texts) throws -> TargetIndex {
        let plain =
            name.split(separator: ".", maxSplits: 1).first.flatMap {
                chapters.map(\.id).contains($0.uppercased()) ? String(name.dropFirst($0.count + 1)) : nil
            } ?? name
        if let target = target(plain) { return target }
        throw UsageError.unknown(texts[.unknownTarget, ["name": name]], plain, in: targets.map(\.id), texts)
    }
}

extension Workspace {
    /// The forum that a person names by its id, in any case.
    func forum(named name: String, _ texts: Texts) throws -> LoadedForum {
        if let forum = forum(name.lowercased()) { return forum }
        if unread.contains(where: { $0.id == name.lowercased() }) {
            throw UsageError("the forum '\(name)' can't be read", help: "followup check tells why")
        }
        throw UsageError.unknown(
            texts[.unknownForum, ["name": name]], name.lowercased(), in: forums.map(\.definition.id), texts)
    }
}

/// Which date, forums and confidence the picture is limited to.
struct SnapshotArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("The date of the picture: 2015-06-30, 2015-06 or 2015; otherwise today.", valueName: "date"))
    var asOf: String?

    @Option(help: ArgumentHelp("Only this forum; may be given several times.", valueName: "forum"), completion: .forums)
    var forum: [String] = []

    @Option(help: ArgumentHelp("Use only reports of at least this confidence.", valueName: "confidence"))
    var minConfidence: Confidence?

    @Option(help: ArgumentHelp("Consolidate by another rule.", valueName: "rule"))
    var rule: ConsolidationRule?

    @Flag(help: "Run the programs of all forums, whether or not you trust them.")
    var trustExternal = false

    /// The picture of a workspace with these limits; forums whose module failed are complained of.
    func snapshot(
        of workspace: Workspace, in environment: CommandEnvironment, _ texts: Texts
    ) throws -> Snapshot {
        let options = try options(for: workspace, in: environment, texts)
        let snapshot = try environment.working(texts) { Snapshot(of: workspace, options: options, meter: $0) }
        environment.keepUntilExit(snapshot)
        if !snapshot.failures.isEmpty { environment.complain(of: snapshot.failures, in: workspace.sources) }
        return snapshot
    }

    /// The limits as what the picture is to show.
    func options(
        for workspace: Workspace, in environment: CommandEnvironment, _ texts: Texts
    ) throws -> SnapshotOptions {
        var options = SnapshotOptions(asOf: PartialDate(environment.today))
        if let asOf {
            guard let date = PartialDate(asOf) else {
                throw UsageError("'\(asOf)' is not a date", help: "write 2015-06-30, 2015-06 or 2015")
            }
            options.asOf = date
        }
        if !forum.isEmpty {
            options.forums = Set(try forum.map { try workspace.forum(named: $0, texts).definition.id })
        }
        options.minConfidence = minConfidence ?? workspace.settings.minConfidence
        options.rule = rule
        options.trust = try ProgramTrust.given(all: trustExternal, in: workspace, environment)
        return options
    }

    /// The limits in words, for the top of a page: date, forums, confidence.
    func description(_ snapshot: Snapshot, _ texts: Texts) -> [String] {
        var parts = [texts[.terminalAsOf, ["date": snapshot.options.asOf.description]]]
        if let until = snapshot.dataUntil { parts.append(texts[.dataUntil, ["date": until.description]]) }
        if !forum.isEmpty { parts.append(texts[.filteredBy, ["filter": texts.list(forum)]]) }
        if let minConfidence { parts.append("\(texts[.confidence]) ≥ \(minConfidence.rawValue)") }
        return [parts.joined(separator: " · ")] + texts.failures(of: snapshot)
    }
}

/// Which countries of the picture are shown.
struct CountryArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this country, by its alpha-3 code; may be given several times.", valueName: "code"),
        completion: .countries)
    var country: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this subregion: caribbean, central-america, south-america, or its M49 code.", valueName: "subregion"),
        completion: .list(["caribbean", "central-america", "south-america"]))
    var subregion: String?

    /// The countries asked for, in the order of their codes.
    func countries(of snapshot: Snapshot, _ texts: Texts) throws -> [CountryIndex] {
        let table = snapshot.workspace.countries
        var chosen = snapshot.countries
        if !country.isEmpty {
            let wanted = try country.map { try Self.country($0, in: snapshot, texts) }
            chosen = chosen.filter(wanted.contains)
        }
        guard let subregion else { return chosen }
        guard let region = table.regions.first(where: { $0.isCalled(subregion) }) else {
            let names = table.regions.map(\.typedName)
            throw UsageError.unknown(
                texts[.unknownSubregion, ["name": subregion]], subregion, in: names, texts)
        }
        return chosen.filter { table[$0].subregion == region.id || table[$0].region == region.id }
    }

    /// The country of the picture that a person names by code, in any case.
    static func country(_ name: String, in snapshot: Snapshot, _ texts: Texts) throws -> CountryIndex {
        let table = snapshot.workspace.countries
        if let index = table.code(of: name).flatMap(table.index) {
            if snapshot.countries.contains(index) { return index }
            let name = table[index].name.text(for: texts.language)
            throw UsageError(texts[.countryOutside, ["country": name, "code": table[index].code]])
        }
        let codes = snapshot.countries.map { table[$0].code }
        let meant = table.code(meantBy: name)
        throw UsageError(
            texts[.unknownCountry, ["code": name]]
                + (meant.map { "; " + texts[.terminalDidYouMean, ["name": $0]] } ?? ""),
            help: meant == nil && codes.count <= 40 ? codes.joined(separator: ", ") : nil)
    }
}

extension UsageError {
    /// A name that nothing has, with the nearest one that something has.
    static func unknown(_ message: String, _ name: String, in known: [String], _ texts: Texts) -> UsageError {
        let near = name.nearest(in: known)
        return UsageError(
            message + (near.map { "; " + texts[.terminalDidYouMean, ["name": $0]] } ?? ""),
            help: near == nil && known.count <= 40 ? known.joined(separator: ", ") : nil)
    }
}

extension ProgramTrust {
    /// Which programs may run; the person's settings are looked at only where a forum has a program.
    static func given(all: Bool, in workspace: Workspace, _ environment: CommandEnvironment) throws -> ProgramTrust {
        guard !all else { return ProgramTrust(all: true) }
        guard workspace.forums.contains(where: { $0.module.program != nil }) else { return ProgramTrust() }
        return ProgramTrust(in: try TrustStore(in: environment).read())
    }
}
