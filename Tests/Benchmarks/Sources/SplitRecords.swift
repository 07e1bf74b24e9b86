import ForumWorkspace
import SystemIO

/// `split FILE...`: bytes of report files to the ends of their fields, file after file.
func measureSplitting(_ paths: some Sequence<String>) {
    let files = paths.map(map)
    let (counts, seconds) = timed { files.map(RecordCount.init(of:)) }
    print("records \(counts.reduce(0) { $0 + $1.plain + $1.odd })\nodd \(counts.reduce(0) { $0 + $1.odd })")
    print("bytes \(files.reduce(0) { $0 + $1.count })\nseconds \(seconds)")
}

/// A file's bytes.
func map(_ path: String) -> FileBytes {
    do throws(FileError) {
        return try FileBytes(mapping: path)
    } catch {
        fail(error.description, code: 1)
    }
}
