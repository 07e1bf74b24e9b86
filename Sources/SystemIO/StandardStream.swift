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

    /// Writes a text whole; a reader that has gone away (`| head`) ends the writing without a complaint.
    package func write(_ text: String) {
        let text = text
        text.utf8.span.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(rawValue, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}
