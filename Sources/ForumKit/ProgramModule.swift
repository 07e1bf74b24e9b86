public import Diagnostics
public import FollowUpModel

/// A module that lets a program of the forum's own folder read the forum.
///
/// The program runs only once the person trusts it: the workspace compares the content of the files with what was
/// trusted and hands out a ``ProgramPermit``. Before that the module has no assessments at all.
public protocol ProgramModule: ForumModule {
    /// The program's file, relative to the forum's folder, and its arguments; empty where forum.yaml names none.
    var command: [String] { get }

    /// Where forum.yaml names the command.
    var commandRange: SourceRange { get }

    /// The rules that the program has declared, besides those of the metadata.
    var rules: [ModuleRule] { get }

    /// The module with the assessments of the whole forum, read by running the program once.
    ///
    /// - Throws: ``ModuleFailure`` when the program crashes, takes too long, or answers what can't be used.
    func prepared(for evidence: ForumEvidence, permit: ProgramPermit) throws(ModuleFailure) -> Self
}

extension ProgramModule {
    /// This module.
    public var program: (any ProgramModule)? { self }
}

/// What the person allows to run.
public struct ProgramPermit: Hashable, Sendable {
    /// The forum's folder, an absolute path without symbolic links; the program runs in it.
    public var folder: String
    /// The program's file, likewise absolute; it lies in the folder.
    public var program: String
    /// The program's arguments.
    public var arguments: [String]
    /// The interpreter that reads the program, with its own arguments; empty where it needs none.
    public var interpreter: [String]
    /// The hashes (SHA-256) of the files that were looked at, by their paths below the folder: these run and no others.
    public var files: [String: String]

    /// Makes a permit.
    public init(
        folder: String, program: String, arguments: [String], interpreter: [String] = [],
        files: [String: String] = [:]
    ) {
        self.folder = folder
        self.program = program
        self.arguments = arguments
        self.interpreter = interpreter
        self.files = files
    }
}

/// Why a module could not read its forum, which then contributes nothing to the picture.
public struct ModuleFailure: Error, Hashable, Sendable {
    /// What went wrong, located in forum.yaml.
    public var diagnostic: Diagnostic

    /// Makes a failure.
    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Everything there is to read of a forum on a day, for modules that read it as a whole.
public struct ForumEvidence: Sendable {
    /// The forum's definition.
    public let forum: ForumDefinition
    /// The as-of day.
    public let asOf: CalendarDay
    /// The shared scale of progress.
    public let scale: ProgressScale
    /// The evidence of each tracked commitment, in the order of the forum's list.
    public let commitments: [CommitmentEvidence]
    /// Says when the work is to stop; nil where nobody can ask for that.
    public let meter: WorkMeter?

    /// Makes the evidence of a forum.
    public init(
        forum: ForumDefinition, asOf: CalendarDay, scale: ProgressScale, commitments: [CommitmentEvidence],
        meter: WorkMeter? = nil
    ) {
        self.forum = forum
        self.asOf = asOf
        self.scale = scale
        self.commitments = commitments
        self.meter = meter
    }
}
