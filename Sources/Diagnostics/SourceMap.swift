public import SystemIO

/// One text file as it was read: the path that people are shown, and the bytes.
public struct SourceFile: Sendable {
    /// The path as a person would write it, relative to where the command runs.
    public let path: String
    /// The content, unaltered, with its byte-order mark and line ends.
    public let bytes: FileBytes
}

/// All files of one run; a ``SourceRange`` means something only together with its map.
public struct SourceMap: Sendable {
    /// The files, in the order in which they were added.
    public private(set) var files: [SourceFile] = []
    /// The folder that all files lie below, as the person named it; nil where there is none.
    public let folder: String?

    /// Whether every file is held as it was at one moment, see ``FileBytes/isIntact``.
    public var isIntact: Bool { files.allSatisfy(\.bytes.isIntact) }

    /// Makes an empty map, of files that lie below a folder if one is given.
    public init(folder: String? = nil) {
        self.folder = folder
    }

    /// Adds a file and returns its handle.
    public mutating func add(path: String, bytes: FileBytes) -> FileID {
        files.append(SourceFile(path: path, bytes: bytes))
        return FileID(rawValue: UInt32(files.count - 1))
    }

    /// Puts another content in the place of a file's, which keeps its handle.
    public mutating func replace(_ file: FileID, with bytes: FileBytes) {
        files[Int(file.rawValue)] = SourceFile(path: self[file].path, bytes: bytes)
    }

    /// The file behind a handle of this map.
    public subscript(file: FileID) -> SourceFile {
        precondition(Int(file.rawValue) < files.count, "a FileID belongs to the SourceMap that made it")
        return files[Int(file.rawValue)]
    }

    /// The path of a file below the folder, for those who are not to know where on a machine the folder lies, and for
    /// what has to be the same wherever it does.
    public func pathBelowFolder(of file: SourceFile) -> String {
        guard let folder, file.path.hasPrefix(folder + "/") else { return file.path }
        return String(file.path.dropFirst(folder.count + 1))
    }

    /// A text that speaks of files, with their paths below the folder.
    public func belowFolder(_ text: String) -> String {
        guard let folder else { return text }
        var (kept, rest) = ("", text[...])
        while let found = rest.firstRange(of: folder + "/") {
            kept += rest[..<found.lowerBound]
            // Within another path or word the same letters are no path of ours.
            if let last = kept.last, last.isLetter || last.isNumber || "/._-~".contains(last) { kept += rest[found] }
            rest = rest[found.upperBound...]
        }
        return kept + rest
    }
}
