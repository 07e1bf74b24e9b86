import Diagnostics
import ForumWorkspace

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The person's own note of the programs that may run: a file in their settings, never in a workspace.
struct TrustStore: Sendable {
    /// The file.
    let path: String

    /// The store of the person whose environment this is: `$XDG_CONFIG_HOME/followup/trust.json`, else that below
    /// `~/.config`.
    init(in environment: CommandEnvironment) throws {
        let variables = environment.variables
        // The standard for such folders says that a relative one is to be ignored.
        if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            path = folder + "/followup/trust.json"
        } else if let home = variables["HOME"], home.hasPrefix("/") {
            path = home + "/.config/followup/trust.json"
        } else {
            throw Misuse(
                "there is no place for settings: neither XDG_CONFIG_HOME nor HOME is set",
                help: "set one of them, or use --trust-external")
        }
    }

    /// The programs that are trusted; none while nothing has been noted.
    func read() throws -> Set<ForumProgram> {
        guard access(path, F_OK) == 0 else { return [] }
        let bytes: FileBytes
        do throws(FileError) { bytes = try FileBytes(mapping: path) } catch { throw unreadable(error.reason) }
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue(parsing: bytes.withUnsafeBytes { Array($0) })
        } catch { throw unreadable("\(error)") }
        guard document.member("version") == 1, case .array(let entries) = document.member("trusted") ?? .null else {
            throw unreadable("it was written by another version")
        }
        return Set(try entries.map(program))
    }

    /// Notes that a program is trusted, in place of what was noted for its folder before.
    func add(_ program: ForumProgram) throws {
        try write(read().filter { $0.folder != program.folder }.union([program]))
    }

    /// Takes back the trust in whatever a folder runs.
    func remove(folder: String) throws {
        try write(read().filter { $0.folder != folder })
    }

    private func unreadable(_ reason: String) -> Misuse {
        Misuse("\(path) can't be read: \(reason)", help: "move it away; then nothing is trusted until you say so again")
    }

    private func program(_ entry: JSONValue) throws -> ForumProgram {
        guard case .string(let folder) = entry.member("folder"), case .string(let program) = entry.member("program"),
            case .array(let command) = entry.member("command"), case .array(let files) = entry.member("files")
        else { throw unreadable("an entry lacks its folder, program, command or files") }
        return ForumProgram(
            folder: folder, program: program,
            command: try command.map { part in
                guard case .string(let text) = part else { throw unreadable("a command is a list of texts") }
                return text
            },
            files: try files.map { file in
                guard case .string(let path) = file.member("path"), case .string(let hash) = file.member("sha256")
                else { throw unreadable("a file has a path and a sha256") }
                return ForumProgram.File(path: path, hash: hash)
            })
    }

    private func write(_ programs: Set<ForumProgram>) throws {
        let document: JSONValue = [
            "version": 1,
            "trusted": .array(programs.sorted { $0.folder < $1.folder }.map(\.json)),
        ]
        do throws(FileError) {
            try Self.makeFolders(above: path)
            try Self.replace(path, with: document.utf8() + [0x0A])
        } catch {
            throw Misuse("\(error.path) can't be written: \(error.reason)")
        }
    }

    /// Makes the folders above a file that are missing; nobody but the person may look into them.
    private static func makeFolders(above path: String) throws(FileError) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST || access(folder, F_OK) == 0 else {
                throw FileError(path: folder, errno: errno)
            }
        }
    }

    /// Puts a new file in the place of the old one, so that a reader finds one of the two and nothing between.
    private static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(path: draft, errno: errno) }
        // The note is small: a short write means that the disk is full.
        let isWhole = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        let reason = errno
        close(descriptor)
        guard isWhole, rename(draft, path) == 0 else {
            let code = isWhole ? errno : reason
            unlink(draft)
            throw FileError(path: path, errno: code)
        }
    }
}

extension ForumProgram {
    /// The program as it is noted and shown.
    var json: JSONValue {
        [
            "folder": .string(folder), "program": .string(program),
            "command": .array(command.map(JSONValue.string)),
            "files": .array(files.map { ["path": .string($0.path), "sha256": .string($0.hash)] }),
        ]
    }
}
