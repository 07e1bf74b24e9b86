import CProcess
import Glibc

/// Files of a folder as they were looked at, copied to where nobody else can change them; removed with this value.
package final class PrivateCopy {
    /// The folder of the copies.
    package let folder: String

    /// Copies files that are to have these hashes (SHA-256), by their paths below a folder.
    package init(of files: [String: String], in source: String) throws(FileError) {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(place)/followup-XXXXXX".utf8CString)
        guard mkdtemp(&path) != nil else { throw FileError(path: place, errno: errno) }
        folder = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        for (name, hash) in files {
            let bytes = try FileBytes(reading: "\(source)/\(name)")
            guard SHA256.hash(bytes) == hash else {
                throw FileError(path: "\(source)/\(name)", errno: FileError.changed)
            }
            let copy = "\(folder)/\(name)"
            try FileSystem.real.makeFolders(above: copy, isPrivate: true)
            let draft = FileDraft(copy, unless: nil, in: .real)
            try draft.append(bytes.array)
            _ = try draft.finish()
            try FileSystem.real.makeExecutable(copy)
        }
    }

    deinit { try? FileSystem.real.removeTree(folder) }
}
