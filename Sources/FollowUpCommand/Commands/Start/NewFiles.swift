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

        /// A file from a template among the program's resources, with a value in place of each `{{name}}`.
        init(name: String, template: [UInt8], values: [String: String], isExecutable: Bool = false) {
            (self.name, self.isExecutable) = (name, isExecutable)
            text = String(template: template, values: values)
        }
    }

    /// The folder they go below, as the person named it.
    var folder: String
    /// The files, in the order in which they are told.
    var files: [File]

    /// The paths, below the folder as it was named.
    var paths: [String] { files.map { path($0.name) } }

    private func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// Writes all files.
    ///
    /// - Throws: ``UsageError`` when one of them is there already or can't be written.
    func write() throws {
        for path in paths where FileSystem.real.exists(path) {
            throw UsageError(
                "\(path) is there already", help: "nothing was written; name another folder, or edit what is there")
        }
        do throws(FileError) {
            for file in files {
                let path = path(file.name)
                try FileSystem.real.makeFolders(above: path)
                _ = try FileSystem.real.write(file.text, to: path)
                if file.isExecutable { try FileSystem.real.makeExecutable(path) }
            }
        } catch {
            throw UsageError("\(error.path) can't be written: \(error.reason)")
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

    /// The text as a field of a CSV record.
    var csvField: String {
        guard contains(where: { ",;\"\n\r".contains($0) }) else { return self }
        return "\"" + reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
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
                || "-_./,:=+".unicodeScalars.contains($0)
        }
        guard !plain || isEmpty else { return self }
        return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
