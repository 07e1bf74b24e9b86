import Glibc

/// One of the three streams with which a process begins.
package enum StandardStream: Int32, Sendable {
    /// What the process is told.
    case input = 0
    /// What it gives.
    case output = 1
    /// What it complains.
    case error = 2

    /// Whether a person sits at it.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// The number of cells in a line of the terminal; nil where the system doesn't tell.
    package var columns: Int? {
        var size = winsize()
        return ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    /// Whether the terminal is this process's: it is not while the person has put the process in the background.
    package var isInForeground: Bool { tcgetpgrp(rawValue) == getpgrp() }

    /// Writes a text whole; gives the system's reason where it can't.
    package func write(_ text: String) -> FileError? {
        let text = text
        return text.utf8.span.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(rawValue, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return FileError(path: "\(self)", errno: errno) }
                written += count
            }
            return nil
        }
    }

    /// Takes the places of streams that the caller has closed, so that no file that is opened later gets one of them and
    /// is written to by mistake: what is written there fails.
    package static func fillGaps() {
        var opened: Int32
        repeat { opened = open("/dev/null", O_RDONLY) } while (0...error.rawValue).contains(opened)
        if opened >= 0 { close(opened) }
    }
}

extension FileError {
    /// Whether the one who was to read has gone away, as in `| head`.
    package var isEndOfReader: Bool { code == EPIPE }
}
