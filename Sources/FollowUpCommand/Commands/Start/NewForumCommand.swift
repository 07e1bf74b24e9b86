import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Localization
import LocatedYAML

/// `followup new forum`: a commented forum folder that shows in the picture at once.
struct NewForumCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "forum", abstract: "Write a commented forum folder that shows in the picture at once.",
        usage: "followup new forum [<id>] [<option> ...]",
        discussion: """
            What is missing is asked for on a terminal; elsewhere the id and --members must be given. The folder holds \
            forum.yaml, commitments.yaml and one report, all marked as examples, so that you replace them one by one.
            """)

    @Argument(help: "The forum's id, in small letters: the name of its folder.") var id: String?

    @Option(help: "The forum's name for people; otherwise its id.") var name: String?

    @Option(
        help: "What kind of body it is; otherwise conference.", completion: .list(ForumKind.allCases.map(\.rawValue)))
    var kind: String?

    @Option(help: ArgumentHelp("The members' codes, such as ARG,BRA.", valueName: "codes"), completion: .countries)
    var members: String?

    @Option(
        help: ArgumentHelp(
            "The forum's language, such as es; otherwise that of the comments. Comments follow it where --lang is not given.",
            valueName: "code"))
    var language: String?

    @Option(
        help: ArgumentHelp(
            "The measure or line of the example; otherwise the framework's first line.", valueName: "line"),
        completion: .lines)
    var line: String?

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let root = folder.workspace.droppingTrailingSlashes
        let texts = try commentTexts(in: environment, workspace: root)
        let reading = try environment.read(root, texts)
        guard let workspace = reading.workspace else {
            throw UsageError(
                reading.diagnostics.first?.message ?? "\(root) is not a workspace",
                help: "start one with: followup init \(root.shellWord)")
        }
        let answers = ForumAnswers(
            workspace: workspace, texts: texts, ask: environment.ask)
        let id = try answers.id(id)
        let template = ForumTemplate(
            id: id, name: try answers.name(name, id: id), kind: try answers.kind(kind),
            members: try answers.members(members), target: try answers.target(line),
            language: try forumLanguage(texts.language), texts: texts, scale: workspace.settings.scale,
            today: environment.today)
        let new = NewFiles(folder: "\(root)/\(id)", files: template.files)
        try new.write(in: environment, texts)
        let option = root == "forums" ? "" : " --workspace \(root.shellWord)"
        let measure = workspace.framework.measure(of: template.target.index).id
        let matrix = "followup matrix --measure \(measure) --forum \(id)\(option)"
        let next = [
            texts[.startNextMatrix, ["command": matrix]],
            texts[.startNextEdit, ["files": new.paths.joined(separator: " ")]],
            texts[.startNextCheck, ["command": "followup check\(option)"]],
        ]
        environment.output(next.map { $0 + "\n" }.joined())
        return .success
    }

    /// The texts of the comments: in the language of --lang, else of the forum, else of the environment.
    private func commentTexts(in environment: CommandEnvironment, workspace: String) throws -> Texts {
        if languageOption.lang == nil, let language,
            let texts = LanguageFiles.set(of: workspace).texts(Language(language))
        {
            return texts
        }
        return try languageOption.texts(in: environment, workspace: workspace)
    }

    private func forumLanguage(_ comments: Language) throws -> Language {
        guard let language else { return comments }
        guard language.isLanguageTag else {
            throw UsageError(
                "'\(language)' is not the code of a language", help: "write two small letters, such as es, or pt-BR")
        }
        return Language(language)
    }
}

/// The answers to what a new forum needs: given on the command line, else asked for on a terminal, else refused.
struct ForumAnswers {
    let workspace: Workspace
    let texts: Texts
    let ask: (@Sendable (String) -> String?)?

    /// The id, which no folder has yet.
    func id(_ given: String?) throws -> String {
        try answer(given, texts[.startAskId], missing: "the forum's id") { id in
            guard id.isKebabName else {
                throw UsageError(
                    "'\(id)' can't name a forum", help: "write small letters, digits and hyphens, a letter first")
            }
            if workspace.forum(id) != nil {
                throw UsageError("there is a forum '\(id)' already", help: "choose another id")
            }
            return id
        }
    }

    /// The name; the id where none is given.
    func name(_ given: String?, id: String) throws -> String {
        if given == nil, ask == nil { return id }
        return try answer(given, texts[.startAskName], missing: "--name") { $0 }
    }

    /// The kind; a conference where none is given.
    func kind(_ given: String?) throws -> ForumKind {
        if given == nil, ask == nil { return .conference }
        let kinds = ForumKind.allCases.map(\.rawValue)
        let question = texts[.startAskKind, ["kinds": kinds.joined(separator: ", ")]]
        return try answer(given, question, missing: "--kind") { text in
            if let kind = ForumKind(rawValue: text) { return kind }
            throw UsageError.unknown("there is no kind '\(text)'", text, in: kinds, texts)
        }
    }

    /// The members' codes, each a country of the workspace, each once.
    func members(_ given: String?) throws -> [String] {
        try answer(given, texts[.startAskMembers], missing: "--members") { text in
            let codes = text.split(whereSeparator: { $0 == "," || $0 == " " }).map { $0.uppercased() }
            guard !codes.isEmpty else { throw UsageError("no member was named", help: "write codes, such as ARG,BRA") }
            for code in codes where workspace.countries.index(of: code) == nil {
                let meant = workspace.countries.code(meantBy: code)
                throw UsageError(
                    texts[.unknownCountry, ["code": code]]
                        + (meant.map { "; " + texts[.terminalDidYouMean, ["name": $0]] } ?? ""))
            }
            return codes.enumerated().filter { codes.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        }
    }

    /// The measure or line of the example: the one given, else the first line, else the first measure.
    func target(_ given: String?) throws -> (id: String, index: TargetIndex) {
        let framework = workspace.framework
        if let given {
            guard let index = framework.target(given) else {
                throw UsageError.unknown(
                    texts[.unknownTarget, ["name": given]], given, in: framework.targets.map(\.id), texts)
            }
            return (given, index)
        }
        guard let target = framework.targets.first(where: { $0.line != nil }) ?? framework.targets.first,
            let index = framework.target(target.id)
        else { throw UsageError("the framework has no measure to align a commitment to") }
        return (target.id, index)
    }

    /// One answer; on a terminal a person may try three times.
    private func answer<Value>(
        _ given: String?, _ question: String, missing: String, _ read: (String) throws -> Value
    ) throws -> Value {
        if let given { return try read(given) }
        guard let ask else {
            throw UsageError("\(missing) is missing", help: "as in: followup new forum my-forum --members ARG,BRA")
        }
        var problem = ""
        for _ in 1...3 {
            guard let text = ask("\(problem)\(question): ") else { break }
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            do {
                return try read(text.trimmingEnd)
            } catch let error as UsageError {
                problem = error.message + "\n"
            }
        }
        throw UsageError("\(missing) is missing", help: "nothing was written")
    }
}
