import CCodeTexts
import SystemIO

/// What the codes of a target mean: its file `Codes.md`, which is compiled into the program.
struct CodeTexts: Sendable {
    /// One code.
    struct Entry: Sendable {
        var name: String
        var summary = ""
        var explanation = ""
    }

    /// The codes in the order of the file.
    private(set) var entries: [Entry] = []

    /// Those of all targets, read when somebody asks what a code means.
    static let shipped = read()
    /// All of them by name.
    static let byName = Dictionary(
        shipped.values.flatMap(\.entries).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static func read() -> [String: CodeTexts] {
        var files: [String: CodeTexts] = [:]
        var place = 0
        while true {
            let file = code_texts_at(place)
            guard let target = file.target, let bytes = file.bytes else { return files }
            files[String(cString: target)] = CodeTexts(
                String(decoding: [UInt8](embedded: bytes, count: file.count), as: UTF8.self))
            place += 1
        }
    }

    /// Reads a file.
    init(_ text: String) {
        // Whether the next line of text goes on with the paragraph before it.
        var goesOn = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") {
                entries.append(Entry(name: String(line.dropFirst(3))))
            } else if let last = entries.indices.last {
                if entries[last].summary.isEmpty {
                    entries[last].summary = String(line)
                } else {
                    entries[last].explanation += (goesOn && !line.isEmpty ? " " : "\n") + line
                }
                goesOn = !line.isEmpty && !line.hasPrefix("    ")
            }
        }
        for place in entries.indices { entries[place].explanation.trimLines() }
    }
}

extension String {
    /// Takes empty lines away at both ends.
    fileprivate mutating func trimLines() {
        var rest = self[...].utf8
        while rest.first == 0x0A { rest.removeFirst() }
        while rest.last == 0x0A { rest.removeLast() }
        self = String(Substring(rest))
    }
}
