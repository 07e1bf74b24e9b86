import ForumWorkspace
import JSON
import SystemIO

/// The list of a site's files with their sizes and hashes, so that anybody can tell whether a copy is whole.
struct SiteManifest: Sendable {
    /// The file's name in the site's folder.
    static let name = "manifest.json"

    /// One file.
    struct Entry: Hashable, Sendable {
        var path: String
        var size: Int
        /// SHA-256, as 64 hexadecimal digits.
        var hash: String

        init(path: String, size: Int, hash: String) {
            self.path = path
            self.size = size
            self.hash = hash
        }

        /// Reads an entry; nil where it is none, or names a file outside the folder.
        init?(_ json: JSONValue) {
            guard case .object(let members) = json else { return nil }
            var values: [String: JSONValue] = [:]
            for member in members { values[member.name] = member.value }
            guard case .string(let path)? = values["path"], case .integer(let size)? = values["bytes"],
                case .string(let hash)? = values["sha256"],
                path.split(separator: "/", omittingEmptySubsequences: false)
                    .allSatisfy({ !$0.isEmpty && $0 != ".." && $0 != "." })
            else { return nil }
            (self.path, self.size, self.hash) = (path, size, hash)
        }

        var json: JSONValue { ["path": .string(path), "bytes": .integer(size), "sha256": .string(hash)] }
    }

    var asOf: String
    var entries: [Entry]

    init(asOf: String, entries: [Entry]) {
        self.asOf = asOf
        self.entries = entries.sorted { $0.path < $1.path }
    }

    /// Reads the manifest of an earlier run; nil where there is none that can be read.
    init?(readFrom folder: String) {
        guard let bytes = try? FileBytes(mapping: folder + "/" + Self.name),
            let json = try? JSONValue(parsing: bytes.array),
            case .object(let members) = json,
            case .array(let files)? = members.first(where: { $0.name == "files" })?.value,
            case .string(let asOf)? = members.first(where: { $0.name == "asOf" })?.value
        else { return nil }
        self.init(asOf: asOf, entries: files.compactMap(Entry.init))
    }

    /// The paths of all files.
    var paths: Set<String> { Set(entries.map(\.path)) }

    /// The manifest as it is written, one file a line.
    var text: String {
        let lines = entries.map { "    " + $0.json.text(indented: false) }
        return "{\n  \"asOf\": \"\(asOf)\",\n  \"files\": [\n" + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    }
}
