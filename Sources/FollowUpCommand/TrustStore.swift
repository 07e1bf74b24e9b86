import ForumWorkspace
import JSON
import SystemIO

/// The person's own note of the programs that may run: a file in their settings, never in a workspace.
struct TrustStore: Sendable {
    /// The file.
    let path: String
    private let files: FileSystem

    /// The store of the person whose environment this is: `$XDG_CONFIG_HOME/followup/trust.json`, else that below
    /// `~/.config`.
    init(in environment: CommandEnvironment) throws {
        files = environment.files
        let variables = environment.variables
        // The standard for such folders says that a relative one is to be ignored.
        if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            path = folder + "/followup/trust.json"
        } else if let home = variables["HOME"], home.hasPrefix("/") {
            path = home + "/.config/followup/trust.json"
        } else {
            throw UsageError(
                "there is no place for settings: neither XDG_CONFIG_HOME nor HOME is set",
                help: "set one of them, or use --trust-external")
        }
    }

    /// The programs that are trusted; none while nothing has been noted.
    func read() throws -> Set<ForumProgram> {
        guard files.exists(path) else { return [] }
        let bytes: FileBytes
        do throws(FileError) { bytes = try FileBytes(reading: path, in: files) } catch {
            throw unreadable(error.reason)
        }
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue(parsing: bytes.array)
        } catch { throw unreadable("\(error)") }
        guard document["version"] == 1, case .array(let entries) = document["trusted"] ?? .null else {
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

    private func unreadable(_ reason: String) -> UsageError {
        UsageError(
            "\(path) can't be read: \(reason)", help: "move it away; then nothing is trusted until you say so again")
    }

    private func program(_ entry: JSONValue) throws -> ForumProgram {
        func words(_ value: JSONValue?) throws -> [String] {
            guard case .array(let parts) = value ?? [] else { throw unreadable("a command is a list of texts") }
            return try parts.map { part in
                guard case .string(let text) = part else { throw unreadable("a command is a list of texts") }
                return text
            }
        }
        guard case .string(let folder) = entry["folder"], case .string(let program) = entry["program"],
            entry["command"] != nil, case .array(let files) = entry["files"]
        else { throw unreadable("an entry lacks its folder, program, command or files") }
        return ForumProgram(
            folder: folder, program: program, command: try words(entry["command"]),
            interpreter: try words(entry["interpreter"]), interpreterFile: entry["interpreter-file"]?.string ?? "",
            files: try files.map { file in
                guard case .string(let path) = file["path"], case .string(let hash) = file["sha256"]
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
            try files.makeFolders(above: path, isPrivate: true)
            _ = try files.write(document.utf8() + [0x0A], to: path, isPrivate: true)
        } catch {
            throw UsageError(unwritable: error)
        }
    }
}

extension ForumProgram {
    /// The program as it is noted and shown.
    var json: JSONValue {
        [
            "folder": .string(folder), "program": .string(program),
            "command": .array(command.map(JSONValue.string)),
            "interpreter": .array(interpreter.map(JSONValue.string)), "interpreter-file": .string(interpreterFile),
            "files": .array(files.map { ["path": .string($0.path), "sha256": .string($0.hash)] }),
        ]
    }
}
