package import Diagnostics
import FollowUpModel
package import ForumKit
import ForumKitTesting
package import ForumWorkspace
import Localization
package import Records

/// What `check` gives.
struct CheckDocument: Record {
    let diagnostics: [DiagnosticRecord]
    let count: DiagnosticCount
    let workspace: Workspace?

    static let schema = RecordSchema<CheckDocument>("check", "Everything that is wrong with a workspace.") {
        Field("tool", "The program.") { _ in "followup" }
        Field("version", "Its version.") { _ in FollowUpCommand.version }
        Field("errors", "How many errors there are.", unit: "diagnostics") { $0.count.errors }
        Field("warnings", "How many warnings there are.", unit: "diagnostics") { $0.count.warnings }
        Field("notes", "How many notes there are.", unit: "diagnostics") { $0.count.notes }
        Field("files", "In how many files.", unit: "files") { $0.count.files }
        Field("workspace", "What was read; null where the settings, the framework or the countries can't be read.") {
            $0.workspace.map(WorkspaceRecord.init)
        }
        Field("diagnostics", "What is wrong, in stable order.") { $0.diagnostics }
    }
}

/// How much was read of a workspace.
struct WorkspaceRecord: Record {
    let workspace: Workspace
    var commitments: Int { workspace.forums.reduce(0) { $0 + $1.commitments.count } }
    var reports: Int { workspace.forums.reduce(0) { $0 + $1.reports.count } }

    static let schema = RecordSchema<WorkspaceRecord>("workspace", "How much was read of a workspace.") {
        Field("id", "Its id.") { $0.workspace.settings.id }
        Field("forum-count", "How many forums it has.", unit: "forums") { $0.workspace.forums.count }
        Field("commitment-count", "How many commitments they have.", unit: "commitments") { $0.commitments }
        Field("report-count", "How many reports they have.", unit: "reports") { $0.reports }
        Field("rejected", "How many rows of reports could not be read.", unit: "rows") { $0.workspace.rejected }
        Field("forums-not-read", "The forums of which nothing can be read.") { $0.workspace.unread.map(\.id) }
    }
}

/// What `forums` gives.
struct ForumsDocument: Record {
    let workspace: Workspace
    let today: CalendarDay

    var forums: [ForumRecord] { workspace.forums.map { ForumRecord($0, asOf: today) } }

    static let schema = RecordSchema<ForumsDocument>(
        "forums", "The forums of a workspace, of which no picture is made."
    ) {
        Field("workspace", "The workspace's id.") { $0.workspace.settings.id }
        Field("as-of", "The day on which members are counted.") { $0.today }
        Field("forums", "The forums.") { $0.forums }
    }
}

/// What is only a list, as `forums --modules` and `explain-code` give.
struct RecordList<Row: Record>: Record {
    let rows: [Row]

    static var schema: RecordSchema<RecordList<Row>> {
        let row = Row.schema.description
        return RecordSchema(row.name + "s", "A list. " + row.doc) {
            Field(row.name + "s", "The list.") { $0.rows }
        }
    }
}

extension ModuleMetadata: Record {
    package static let schema = RecordSchema<ModuleMetadata>("module", "A module that can read forums.") {
        Field("name", "Its name, as in forum.yaml.") { $0.name }
        Field("summary", "What it reads.") { $0.summary }
        Field("options", "What can be set.", isInTables: false) { $0.options }
        Field("rules", "The rules that it goes by.", isInTables: false) { module in
            module.rules.map { RuleRecord($0.id, $0) }
        }
    }
}

extension OptionDeclaration: Record {
    package static let schema = RecordSchema<OptionDeclaration>(
        "module-option", "Something that can be set of a module."
    ) {
        Field("name", "Its name, as in forum.yaml.") { $0.name }
        Field("accepts", "What may be written.") { $0.kind.phrase }
        Field("default", "What holds where nothing is written.") { $0.defaultValue }
        Field("description", "What it does.") { $0.text }
        Field("example", "An example.") { $0.example }
    }
}

extension DiagnosticCode: Record {
    package static let schema = RecordSchema<DiagnosticCode>("code", "A kind of problem.") {
        Field("code", "Its name.") { $0.name }
        Field("summary", "What it is, in a line.") { $0.summary }
        Field("explanation", "Why it is one, and how to mend it.") { $0.explanation }
    }
}

/// What `trust` gives.
struct TrustDocument: Record {
    let forum: String
    let program: ForumProgram
    let isTrusted: Bool
    let place: String

    static let schema = RecordSchema<TrustDocument>("trust", "A forum's program, and whether it is trusted.") {
        Field("forum", "The forum's id.") { $0.forum }
        Field("folder", "The folder that it runs in.") { $0.program.folder }
        Field("program", "Its file.") { $0.program.program }
        Field("command", "The command line.") { $0.program.command }
        Field("files", "The files that the trust is bound to.") { $0.program.files }
        Field("trusted", "Whether it may run.") { $0.isTrusted }
        Field("noted-in", "The file in which the trust is noted.") { $0.place }
    }
}

extension ForumProgram.File: Record {
    package static let schema = RecordSchema<ForumProgram.File>("program-file", "One file of a program.") {
        Field("path", "Its path below the program's folder.") { $0.path }
        Field("sha256", "Its SHA-256.") { $0.hash }
    }
}
