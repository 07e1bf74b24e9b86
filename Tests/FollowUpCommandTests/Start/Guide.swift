import Foundation
import Testing

@testable import FollowUpCommand

/// A guide of Sources/Documentation, taken apart into the blocks that can be tried.
struct Guide {
    /// One block between fences.
    enum Block {
        /// A file that the reader writes.
        case file(name: String, text: String)
        /// Commands, each with the output that is shown; nil where none is.
        case console([(command: String, output: String?)])
    }

    let name: String
    var text: String
    var path: String { "\(Repository.path)/Sources/Documentation/\(name)" }

    init(_ name: String) throws {
        self.name = name
        text = try Repository.text(of: "Sources/Documentation/\(name)")
    }

    /// The blocks in order: files to write and commands to run; other fences are passed over.
    var blocks: [Block] {
        var blocks: [Block] = []
        var fence: (info: String, lines: [String])?
        for line in text.components(separatedBy: "\n") {
            guard line.hasPrefix("```") else {
                fence?.lines.append(line)
                continue
            }
            guard let done = fence else {
                fence = (String(line.dropFirst(3)), [])
                continue
            }
            if let block = Self.block(done.info, done.lines) { blocks.append(block) }
            fence = nil
        }
        return blocks
    }

    private static func block(_ info: String, _ lines: [String]) -> Block? {
        if let range = info.range(of: " file=") {
            return .file(name: String(info[range.upperBound...]), text: lines.joined(separator: "\n") + "\n")
        }
        guard info == "console" else { return nil }
        var commands: [(command: String, output: String?)] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                commands.append((String(line.dropFirst(2)), nil))
            } else if var last = commands.popLast() {
                last.output = (last.output.map { $0 + "\n" } ?? "") + line
                commands.append(last)
            }
        }
        return .console(commands)
    }

    /// The words of a command line, with double quotes understood.
    static func words(of command: String) -> [String] {
        var (words, word, isQuoted, isOpen) = ([String](), "", false, false)
        for character in command {
            if character == "\"" {
                isQuoted.toggle()
                isOpen = true
            } else if character == " ", !isQuoted {
                if isOpen { words.append(word) }
                (word, isOpen) = ("", false)
            } else {
                word.append(character)
                isOpen = true
            }
        }
        return isOpen ? words + [word] : words
    }
}

/// A folder in which a guide is followed step by step; removed when the value goes.
final class GuideFolder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func text(of name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    /// Runs a command as somebody would who stands in this folder; what it prints tells the folder nowhere.
    func run(_ command: String) throws -> (output: String, status: CommandStatus) {
        var words = Array(Guide.words(of: command).dropFirst())
        for place in words.indices.dropFirst() where Self.takesFolder(words, place) {
            words[place] = "\(path)/\(words[place])"
        }
        let isModule = words.starts(with: ["new", "module"])
        if isModule, !words.contains("--directory") {
            words += ["--package", path]
        } else if !isModule, !["init", "explain-code"].contains(words.first), !words.contains("--workspace") {
            words += ["--workspace", "\(path)/forums"]
        }
        // Where lines break must not depend on how long this folder's path is: output with paths is taken unbroken.
        var run = try CommandRun(arguments: words, terminal: Terminal(width: 1000))
        if !run.output.contains(path), !["init", "new"].contains(words.first) {
            run = try CommandRun(arguments: words)
        }
        let output = (run.complaint + run.output)
            .replacingOccurrences(of: " --workspace \(path)/forums", with: "")
            .replacingOccurrences(of: path + "/", with: "")
        return (output.hasSuffix("\n") ? String(output.dropLast()) : output, run.status)
    }

    private static func takesFolder(_ words: [String], _ place: Int) -> Bool {
        let before = words[place - 1]
        if ["--workspace", "--from", "--directory"].contains(before) { return true }
        return ["init", "diff"].contains(words[0]) && !words[place].hasPrefix("-") && !before.hasPrefix("--")
            && words[place].first?.isLetter == true
    }
}
