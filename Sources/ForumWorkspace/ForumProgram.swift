import Diagnostics
import FollowUpModel
public import ForumKit
import SystemIO

/// The program that a forum wants to have run, with everything that a person's trust depends on.
public struct ForumProgram: Hashable, Sendable {
    /// A file whose content the trust is bound to.
    public struct File: Hashable, Sendable {
        /// The path below the forum's folder.
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
    /// The interpreter that the program's first line names, as an absolute path with its own arguments; empty where it
    /// names none.
    public var interpreter: [String]
    /// The interpreter's file, without symbolic links; empty where there is none.
    public var interpreterFile: String
    /// The files of the folder, which the program may read as parts of itself, but for those whose content it is told.
    public var files: [File]

    /// Makes a program from what was noted of it.
    public init(
        folder: String, program: String, command: [String], interpreter: [String] = [], interpreterFile: String = "",
        files: [File]
    ) {
        self.folder = folder
        self.program = program
        self.command = command
        self.interpreter = interpreter
        self.interpreterFile = interpreterFile
        self.files = files
    }

    /// What may run once the person trusts it.
    public var permit: ProgramPermit {
        ProgramPermit(
            folder: folder, program: program, arguments: Array(command.dropFirst()), interpreter: interpreter,
            files: Dictionary(files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first }))
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
        let (interpreter, interpreterFile) = try Self.interpreter(of: program, first, at: module.commandRange)
        var files: [ForumProgram.File] = []
        do throws(FileError) {
            for name in try Self.files(of: folder) {
                // Of forum.yaml, what was read of it is what counts.
                let hash =
                    name == "forum.yaml"
                    ? SHA256.hash(source.bytes) : SHA256.hash(try FileBytes(reading: "\(folder)/\(name)"))
                files.append(ForumProgram.File(path: name, hash: hash))
            }
        } catch {
            throw .program("\(error.path) can't be read: \(error.reason)", at: module.commandRange)
        }
        return ForumProgram(
            folder: folder, program: program, command: module.command, interpreter: interpreter,
            interpreterFile: interpreterFile, files: files)
    }

    /// The files of a forum's folder by their paths below it, sorted; without commitments.yaml and the report files,
    /// whose content the program is told, and what editors make.
    private static func files(of folder: String, below inner: String = "") throws(FileError) -> [String] {
        var files: [String] = []
        for name in try FileSystem.real.names(in: folder + "/" + inner)
        where !name.belongsToAnEditor && name != "__pycache__" {
            let path = inner + name
            if path == "commitments.yaml" || (inner == "reports/" && name.lowercased().hasSuffix(".csv")) { continue }
            if FileSystem.real.leads("\(folder)/\(path)", outOf: folder) {
                throw FileError(path: path, errno: FileError.outside)
            }
            switch FileStatus(of: "\(folder)/\(path)", followingLinks: false)?.kind {
            case .folder: files += try Self.files(of: folder, below: path + "/")
            // What a link leads to stands in the folder too, and under its own name if it is a folder.
            case .other where isFile("\(folder)/\(path)"), .file: files.append(path)
            case .other: break
            case nil: throw FileError(path: path, errno: FileError.unsteady)
            }
        }
        return files
    }

    /// The interpreter that the first line of a script names, with its arguments, and its file; none of other programs.
    private static func interpreter(
        of program: String, _ name: String, at range: SourceRange
    ) throws(ModuleFailure) -> (words: [String], file: String) {
        let bytes: FileBytes
        do throws(FileError) { bytes = try FileBytes(mapping: program) } catch {
            throw .program("\(name) can't be read: \(error.reason)", at: range)
        }
        guard bytes.count > 2, bytes.text(in: 0..<2) == "#!" else { return ([], "") }
        let head = bytes.text(in: 2..<min(bytes.count, 512))
        var words = (head.split(whereSeparator: \.isNewline).first ?? "").split(
            maxSplits: 1, whereSeparator: \.isWhitespace
        ).map { $0.trimmingSpaces }
        if let first = words.first, first.hasSuffix("/env"), words.count > 1 {
            words = words[1].split(whereSeparator: \.isWhitespace).map(String.init)
            if words.first == "-S" { words.removeFirst() }
            let folders = (CurrentProcess.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
            // A folder that isn't named from the root would be one of the forum.
            let found = folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(words.first ?? "")" }
                .first { isFile($0) && FileSystem.real.mayRun($0) }
            if let found { words[0] = found }
        }
        guard let first = words.first, first.hasPrefix("/"), isFile(first), let file = FileSystem.real.realPath(first)
        else {
            throw .program(
                "\(name) can't be started: its interpreter '\(words.first ?? "")' is not found", at: range,
                help: "check its first line, which names the interpreter of a script")
        }
        return (words, file)
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

    private static func isFile(_ path: String) -> Bool { FileStatus(of: path)?.kind == .file }
}

extension ModuleFailure {
    fileprivate static func program(_ message: String, at range: SourceRange, help: String? = nil) -> ModuleFailure {
        ModuleFailure(.error(.moduleProgram, at: range, message, help: help))
    }
}

extension Substring {
    /// The text without white space at its ends.
    fileprivate var trimmingSpaces: String {
        let start = drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
