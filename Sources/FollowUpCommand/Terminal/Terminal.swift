import SystemIO

/// What the place that output goes to can show.
struct Terminal: Hashable, Sendable {
    /// The number of cells in a line.
    var width = 80
    /// Whether ANSI colours may be used.
    var usesColour = false
    /// Whether box-drawing characters and `…` may be used.
    var isUnicode = true
    /// Whether lines that were written can be overwritten.
    var movesCursor = false
}

extension Terminal {
    /// Describes the terminal behind a stream.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process; see ``init(environment:isInteractive:reportedWidth:)``.
    ///   - stream: where output goes.
    static func current(environment: [String: String], stream: StandardStream = .output) -> Terminal {
        Terminal(environment: environment, isInteractive: stream.isTerminal, reportedWidth: stream.columns)
    }

    /// Draws the conclusions from the environment and what the system says.
    ///
    /// - The width is `COLUMNS`, else `reportedWidth`, else 80; never below 20.
    /// - `NO_COLOR` with any value forbids colour; otherwise `CLICOLOR_FORCE` (not `0`) demands it; otherwise it is used
    ///   on a terminal whose `TERM` is neither missing nor `dumb`, unless `CLICOLOR` is `0`.
    /// - The first that isn't empty of `LC_ALL`, `LC_CTYPE` and `LANG` decides on Unicode; where all are empty, as in
    ///   most containers, it is assumed.
    /// - The cursor can be moved on a terminal whose `TERM` is neither missing nor `dumb`.
    init(environment: [String: String], isInteractive: Bool, reportedWidth: Int?) {
        func value(_ name: String) -> String? {
            guard let value = environment[name], !value.isEmpty else { return nil }
            return value
        }
        let columns = value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        width = max(20, columns ?? reportedWidth ?? 80)
        let isCapable = value("TERM").map { $0 != "dumb" } ?? false
        movesCursor = isInteractive && isCapable
        if value("NO_COLOR") != nil {
            usesColour = false
        } else if let force = value("CLICOLOR_FORCE"), force != "0" {
            usesColour = true
        } else {
            usesColour = movesCursor && value("CLICOLOR") != "0"
        }
        let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG")
        isUnicode = locale.map { $0.lowercased().contains("utf-8") || $0.lowercased().contains("utf8") } ?? true
    }
}
