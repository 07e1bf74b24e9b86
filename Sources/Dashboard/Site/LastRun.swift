import Diagnostics
import Languages

/// What an earlier run wrote into a folder, and what it was made of.
struct LastRun: Sendable {
    /// The file in which a run notes what it was made of; it is no part of the site.
    static let name = ".followup-inputs"

    private let files: [String: SiteManifest.Entry]
    private let digests: [String: String]

    /// Reads what the last run into a folder left; nothing where there was none.
    init(in folder: String) {
        let entries = SiteManifest(readFrom: folder)?.entries ?? []
        files = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var digests: [String: String] = [:]
        if let bytes = try? FileBytes(mapping: folder + "/" + Self.name) {
            let text = bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ", maxSplits: 1)
                if words.count == 2 { digests[String(words[1])] = String(words[0]) }
            }
        }
        self.digests = digests
    }

    /// The paths of all files of the last run.
    var paths: Set<String> { Set(files.keys) }

    /// The files of a part, if they are there and made of the same; else nil.
    func entries(of part: SitePart, digest: InputDigest, in folder: String) -> [SiteManifest.Entry]? {
        let paths = part.paths
        guard let first = paths.first, digests[first] == Self.written(digest) else { return nil }
        let entries = paths.compactMap { files[$0] }
        guard entries.count == paths.count,
            entries.allSatisfy({ FileWriter.size(of: folder + "/" + $0.path) == $0.size })
        else { return nil }
        return entries
    }

    /// The note of what parts were made of, one a line with the path of the part's first file.
    static func text(of digests: [(SitePart, InputDigest)]) -> String {
        digests.map { part, digest in "\(written(digest)) \(part.paths[0])\n" }.joined()
    }

    private static func written(_ digest: InputDigest) -> String { String(digest.value, radix: 16) }
}
