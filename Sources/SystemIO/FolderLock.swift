import CProcess
import Glibc

/// A folder that one process at a time uses: made for the time, and removed by whoever holds it last.
///
/// The system lets go of it when the process ends, however that comes. A class because it owns an open folder.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Makes the folder where it is missing, and keeps others from using it.
    ///
    /// - Returns: nil while another process, or another part of this one, has it.
    package init?(_ path: String, in files: FileSystem) throws(FileError) {
        try files.makeFolder(path)
        do throws(FileError) {
            descriptor = try files.perform(.open, on: path) {
                open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            }
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        do throws(FileError) {
            _ = try files.perform(.lock, on: path) { lock_alone(descriptor) }
        } catch {
            if error.code == EWOULDBLOCK { return nil }
            throw error
        }
        var status = stat()
        fstat(descriptor, &status)
        // Who held it before may just have removed it.
        guard FileStatus(of: path, followingLinks: false)?.identity == FileStatus(status).identity else { return nil }
    }

    deinit { close(descriptor) }
}
