import Localization
import SystemIO

/// Files that don't exist yet, written together: nothing is written when any of them is there already.
struct NewFiles: Sendable {
    /// One file: its path below the folder, and its text.
    struct File: Sendable {
        var name: String
        var text: String
        /// Whether it is a program that people run.
        var isExecutable = false

        init(name: String, text: String) { (self.name, self.text) = (name, text) }

        /// A file from a template among the program's resources, see ``Swift/String/init(template:values:texts:)``.
        init(
            name: String, template: [UInt8], values: [String: String] = [:], texts: Texts = .english,
            isExecutable: Bool = false
        ) {
            (self.name, self.isExecutable) = (name, isExecutable)
            text = String(template: template, values: values, texts: texts)
        }
    }

    /// The folder they go below, as the person named it.
    var folder: String
    /// The files, in the order in which they are told.
    var files: [File]

    /// The paths, below the folder as it was named.
    var paths: [String] { files.map { path($0.name) } }

    private func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// Writes all files and says so.
    ///
    /// - Throws: ``UsageError`` when one of them is there already or can't be written.
    func write(in environment: CommandEnvironment, _ texts: Texts = .english) throws {
        let files = environment.files
        for path in paths where files.exists(path) {
            throw UsageError(
                "\(path) is there already", help: "nothing was written; name another folder, or edit what is there")
        }
        do throws(FileError) {
            if files.exists(folder) {
                try write(into: folder, files)
            } else {
                // Made beside its place, which it takes whole, under a hidden name that nothing else has.
                let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
                let above = parts.dropLast().map { $0 + "/" }.joined() + ".\(parts.last ?? "").\(CurrentProcess.id)"
                guard let draft = (0...99).lazy.map({ "\(above).\($0)" }).first(where: { !files.exists($0) }) else {
                    throw FileError(path: folder, errno: FileError.unsteady)
                }
                try files.makeFolders(above: draft + "/")
                do throws(FileError) {
                    try write(into: draft, files)
                    try files.put(draft, at: folder)
                } catch {
                    try? files.removeTree(draft)
                    throw error
                }
            }
        } catch {
            throw UsageError(unwritable: error)
        }
        for path in paths { environment.output(texts[.startWritten, ["path": path]] + "\n") }
    }

    /// Writes all files; where one can't be written, those that were are taken away again.
    private func write(into folder: String, _ files: FileSystem) throws(FileError) {
        var written: [String] = []
        do throws(FileError) {
            for file in self.files {
                let path = "\(folder)/\(file.name)"
                try files.makeFolders(above: path)
                _ = try files.write(file.text, to: path)
                written.append(path)
                if file.isExecutable { try files.makeExecutable(path) }
            }
        } catch {
            for path in written { try? files.remove(path) }
            throw error
        }
    }
}

extension String {
    /// The text as a YAML scalar in double quotes.
    var yamlQuoted: String {
        var out = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    /// Whether it can name a forum or a module: small letters, digits and hyphens, a letter first.
    var isKebabName: Bool {
        guard let first = unicodeScalars.first, ("a"..."z").contains(first), !hasSuffix("-") else { return false }
        return unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }

    /// The text as a word of a command line: in quotes where a shell would take it apart.
    var shellWord: String {
        let plain = unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "-_./,:=+@%".unicodeScalars.contains($0)
        }
        guard !plain || isEmpty else { return self }
        return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
