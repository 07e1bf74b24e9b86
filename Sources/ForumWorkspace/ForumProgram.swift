import Diagnostics
import FollowUpModel
public import ForumKit
import SystemIO

/// The program that a forum wants to have run, with everything that a person's trust depends on.
public struct ForumProgram: Hashable, Sendable {
    /// A file whose content the trust is bound to.
    public struct File: Hashable, Sendable {
        /// The path as forum.yaml writes it.
        public var path: String
        /// The SHA-256 of the content, as 64 hexadecimal digits.
        public var hash: String

        /// Makes a file from its path and hash.
        public init(path: String, hash: String) {
            self.path = path
            self.hash = hash
        }
    }

    /// The forum's folder, an absolute path without symbolic links.
    public var folder: String
    /// The program's file, likewise.
    public var program: String
    /// The command as forum.yaml writes it.
    public var command: [String]
    /// forum.yaml, the program's file, and the files of the folder that the command names.
    public var files: [File]

    /// Makes a program from what was noted of it.
    public init(folder: String, program: String, command: [String], files: [File]) {
        self.folder = folder
        self.program = program
        self.command = command
        self.files = files
    }

    /// What may run once the person trusts it.
    public var permit: ProgramPermit {
        ProgramPermit(folder: folder, program: program, arguments: Array(command.dropFirst()))
    }
}

/// Which programs of a workspace may run.
public struct ProgramTrust: Hashable, Sendable {
    /// Whether all may.
    public var trustsAll: Bool
    /// Those that may, each with the content that was trusted.
    public var trusted: Set<ForumProgram>

    /// Makes a trust in some programs, or in all.
    public init(in trusted: Set<ForumProgram> = [], all: Bool = false) {
        self.trusted = trusted
        trustsAll = all
    }

    /// Whether a program may run: it is the very one that is trusted, byte by byte.
    public func covers(_ program: ForumProgram) -> Bool { trustsAll || trusted.contains(program) }
}

extension Workspace {
    /// The program that a forum's module runs; nil when it runs none.
    ///
    /// - Throws: ``ModuleFailure`` when forum.yaml names no program, or one that can't be run.
    public func program(of forum: LoadedForum) throws(ModuleFailure) -> ForumProgram? {
        guard let module = forum.module.program else { return nil }
        let source = sources[forum.definition.origin.file]
        let named = String(source.path.dropLast("/forum.yaml".count))
        guard let folder = FileSystem.real.realPath(named) else {
            throw .program("the folder \(named) can't be found", at: module.commandRange)
        }
        guard let first = module.command.first else {
            throw .program(
                "the module '\(forum.metadata.name)' needs the option 'command'", at: module.commandRange,
                help: "write options: {command: [./read.py]}")
        }
        let program = try Self.program(first, in: folder, at: module.commandRange)
        let own = ForumProgram.File(path: "forum.yaml", hash: SHA256.hash(source.bytes))
        var files = [own]
        for (place, name) in module.command.enumerated() {
            // Arguments that name no file of the folder are texts.
            guard let path = place == 0 ? program : Self.file(name, in: folder) else { continue }
            do throws(FileError) {
                let hash = SHA256.hash(try FileBytes(mapping: path))
                files.append(ForumProgram.File(path: name, hash: hash))
            } catch {
                throw .program("\(name) can't be read: \(error.reason)", at: module.commandRange)
            }
        }
        return ForumProgram(folder: folder, program: program, command: module.command, files: files)
    }

    /// The absolute path of the program's file, which lies in the folder and may be executed.
    private static func program(
        _ name: String, in folder: String, at range: SourceRange
    ) throws(ModuleFailure) -> String {
        guard !name.hasPrefix("/"), let path = FileSystem.real.realPath(folder + "/" + name) else {
            throw .program(
                "'\(name)' is no file of the forum's folder", at: range,
                help: "name the program's file relative to the folder, as ./read.py")
        }
        guard path.hasPrefix(folder + "/") else {
            throw .program("'\(name)' lies outside the forum's folder", at: range, help: "copy it into the folder")
        }
        guard isFile(path) else { throw .program("'\(name)' is no file", at: range) }
        guard FileSystem.real.mayRun(path) else {
            throw .program("'\(name)' may not be executed", at: range, help: "chmod +x \(path)")
        }
        return path
    }

    /// The absolute path of a file of the folder; nil when the text names none.
    private static func file(_ name: String, in folder: String) -> String? {
        guard !name.hasPrefix("/"), let path = FileSystem.real.realPath(folder + "/" + name) else { return nil }
        return path.hasPrefix(folder + "/") && isFile(path) ? path : nil
    }

    private static func isFile(_ path: String) -> Bool { FileStatus(of: path)?.kind == .file }
}

extension ModuleFailure {
    fileprivate static func program(_ message: String, at range: SourceRange, help: String? = nil) -> ModuleFailure {
        ModuleFailure(.error(.moduleProgram, at: range, message, help: help))
    }
}
