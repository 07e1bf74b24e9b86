import Foundation

/// The YAML files of the repository: the data, and the fixtures of all tests.
enum YAMLFiles {
    /// Their paths, sorted.
    static let all: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["forums", "Tests", "Plugins"].flatMap { folder -> [String] in
            let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
            return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map {
                root.appendingPathComponent(folder + "/" + $0).path
            }
        }
    }()
}
