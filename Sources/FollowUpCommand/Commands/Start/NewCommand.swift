import ArgumentParser

/// `followup new`: begin something of one's own.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a forum or a forum module of your own.",
        discussion: """
            followup new forum writes a commented folder that passes followup check and shows in the picture at once. \
            followup new module writes a module, in Swift or as a program of its own, with a test that says what to do \
            next.
            """,
        subcommands: [NewForumCommand.self, NewModuleCommand.self])
}
