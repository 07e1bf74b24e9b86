import Glibc

/// Tells what changes below a folder by the notices of Linux (inotify).
///
/// Notices are collected until none has come for a moment, since an editor that saves one file makes many of them. A
/// class because it owns the open descriptor.
final class FolderWatcher {
    /// How long nothing must happen before what happened is told, in milliseconds.
    private static let settling: Int32 = 20
    /// How long changes are collected at most where they never settle.
    private static let longest = Duration.seconds(1)

    private let root: String
    private let descriptor: Int32
    /// The paths of the folders that are watched, by the numbers of their watches.
    private var watched: [Int32: String] = [:]
    /// What tells the folder that is watched from another one of the same name; nil while there is none.
    private var identity: FileStatus.Identity?
    private var changed: Set<String> = []
    /// The files that were made since the last changes were told.
    private var made: Set<String> = []
    /// Whether the system refused to give more notices.
    private var isFull = false

    /// Begins to watch; nil where the system gives no notices.
    init?(_ root: String) {
        self.root = root
        descriptor = inotify_init1(O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        watchRoot()
        changed = []
        if isFull { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Waits for changes and gives the paths below the folder, `.` for anything; nil when there are no notices left.
    func next() -> Set<String>? {
        while !isFull {
            if changed.isEmpty {
                _ = isReadable(within: identity == nil ? 100 : 1000)
                collect()
            } else {
                let end = ContinuousClock.now + Self.longest
                while ContinuousClock.now < end, isReadable(within: Self.settling) { collect() }
                // A folder that was put in the place of another one gives no notice of its own.
                checkRoot()
                let told = changed.filter { !made.contains($0) || FileStatus(of: "\(root)/\($0)") != nil }
                (changed, made) = ([], [])
                // A draft that came and went leaves nothing to tell.
                if !told.isEmpty { return told }
            }
            checkRoot()
        }
        return nil
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, milliseconds) > 0
    }

    /// Takes all notices that are there.
    private func collect() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return }
            buffer.withUnsafeBytes { bytes in
                var place = 0
                while place < count {
                    let notice = FolderNotice(UnsafeRawBufferPointer(rebasing: bytes[place..<count]))
                    take(notice)
                    place += notice.length
                }
            }
        }
    }

    private func take(_ notice: FolderNotice) {
        if notice.has(IN_Q_OVERFLOW) {
            forgetRoot()
            return
        }
        guard let folder = watched[notice.watch] else { return }
        if notice.has(IN_IGNORED) { watched[notice.watch] = nil }
        if notice.name.isEmpty {
            let isGone = notice.has(IN_IGNORED) || notice.has(IN_DELETE_SELF) || notice.has(IN_MOVE_SELF)
            if folder.isEmpty, isGone { forgetRoot() }
            return
        }
        guard !FolderChanges.isTransient(notice.name) else { return }
        let path = folder.isEmpty ? notice.name : "\(folder)/\(notice.name)"
        guard notice.has(IN_ISDIR) else {
            if changed.insert(path).inserted, notice.has(IN_CREATE) { made.insert(path) }
            return
        }
        if notice.has(IN_DELETE) || notice.has(IN_MOVED_FROM) {
            forget(path)
            changed.insert(path)
        } else if notice.has(IN_CREATE) || notice.has(IN_MOVED_TO) {
            changed.insert(path)
            watch(path)
        }
    }

    /// Watches the folder itself anew where it came, went, or was replaced.
    private func checkRoot() {
        let now = rootIdentity
        guard now != identity else { return }
        if identity != nil { forgetRoot() }
        if now != nil { watchRoot() }
    }

    /// The identity of the folder that has the name now; nil where there is none.
    private var rootIdentity: FileStatus.Identity? {
        guard let status = FileStatus(of: root), status.kind == .folder else { return nil }
        return status.identity
    }

    private func watchRoot() {
        identity = rootIdentity
        guard identity != nil else { return }
        changed.insert(".")
        watch("")
    }

    private func forgetRoot() {
        forget("")
        identity = nil
        changed.insert(".")
    }

    /// Watches a folder and all in it no more.
    private func forget(_ path: String) {
        for (watch, folder) in watched where path.isEmpty || folder == path || folder.hasPrefix(path + "/") {
            watched[watch] = nil
            inotify_rm_watch(descriptor, watch)
        }
    }

    /// Watches a folder with all that are in it; files that came before the notices do are told here.
    private func watch(_ start: String) {
        let mask =
            IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
            | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK
        var known: Set<String> = []
        // A folder that is made while this goes on shows in the next look.
        while true {
            let listing = FolderListing(of: root, from: start)
            if !start.isEmpty { changed.formUnion(listing.files.keys) }
            let new = listing.folders.filter { known.insert($0).inserted }
            if new.isEmpty { return }
            for folder in new {
                let watch = inotify_add_watch(
                    descriptor, folder.isEmpty ? root : "\(root)/\(folder)", UInt32(bitPattern: mask))
                if watch >= 0 {
                    watched[watch] = folder
                } else if errno == ENOSPC || errno == ENOMEM {
                    isFull = true
                }
            }
        }
    }
}

/// One notice of the system.
private struct FolderNotice {
    let watch: Int32
    let mask: UInt32
    let name: String
    /// The number of bytes that the notice takes.
    let length: Int

    /// Reads the notice at the beginning of some bytes: watch, mask, cookie, length of the name, name.
    init(_ bytes: UnsafeRawBufferPointer) {
        watch = bytes.loadUnaligned(as: Int32.self)
        mask = bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        let nameLength = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        name = String(decoding: bytes[16..<16 + nameLength].prefix { $0 != 0 }, as: UTF8.self)
        length = 16 + nameLength
    }

    func has(_ bit: Int32) -> Bool { mask & UInt32(bitPattern: bit) != 0 }
}
