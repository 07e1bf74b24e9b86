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
    }

    var asOf: String
    var entries: [Entry]

    /// The paths that the manifest of an earlier run names, but for those that lead out of the folder; none where it
    /// can't be read.
    static func paths(in folder: String) -> Set<String> {
        guard let bytes = try? FileBytes(mapping: folder + "/" + name),
            let json = try? JSONValue(parsing: bytes.array)
        else { return [] }
        let paths = json["files"]?.elements.compactMap { $0["path"]?.string } ?? []
        return Set(
            paths.filter { path in
                path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                    !["", ".", ".."].contains($0)
                }
            })
    }

    /// The manifest as it is written, one file a line.
    var text: String {
        let lines = entries.sorted { $0.path < $1.path }.map { entry in
            let json: JSONValue = [
                "path": .string(entry.path), "bytes": .integer(entry.size), "sha256": .string(entry.hash),
            ]
            return "    " + json.text(indented: false)
        }
        return "{\n  \"asOf\": \"\(asOf)\",\n  \"files\": [\n" + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    }
}
