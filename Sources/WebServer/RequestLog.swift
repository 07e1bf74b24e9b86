import FollowUpModel
import HTTPTypes
import JSON
package import Logging
import NIOCore
import SystemIO
import TerminalText
import WebService

extension Logger {
    /// Writes a line for a request; where nobody reads it, it is not even made.
    func note(_ request: WebRequest, _ reply: WebReply, since start: ContinuousClock.Instant) {
        info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue), "target": .string(String(request.target.prefix(500))),
                "status": .stringConvertible(reply.status.code), "route": .string(reply.route),
                "bytes": .stringConvertible(reply.body?.readableBytes ?? 0), "client": .string(request.client),
                "microseconds": .stringConvertible(Int((ContinuousClock.now - start) / .microseconds(1))),
            ])
    }
}

/// Writes one line for each event, whatever clients sent in it.
package struct LineLogHandler: LogHandler {
    /// The least that is written.
    package var logLevel: Logger.Level
    /// What stands in every line.
    package var metadata: Logger.Metadata = [:]
    /// What stands in every line, found out anew each time.
    package var metadataProvider: Logger.MetadataProvider?
    private let isJSON: Bool
    private let write: @Sendable (String) -> Void

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - isJSON: whether a line is a JSON object for programs, and not a text for people.
    ///   - write: takes whole lines, from any thread.
    package init(isJSON: Bool, level: Logger.Level, write: @escaping @Sendable (String) -> Void) {
        self.isJSON = isJSON
        logLevel = level
        self.write = write
    }

    /// One fact that stands in every line.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event as one line.
    package func log(event: LogEvent) {
        var values = metadata
        if let more = event.metadata { values.merge(more) { $1 } }
        let sorted = values.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        if isJSON {
            let members: [JSONValue.Member] = [
                .init("time", .string(Self.now)), .init("level", .string(event.level.rawValue)),
                .init("message", .string("\(event.message)")),
            ]
            let facts = sorted.map { JSONValue.Member($0, Int($1).map(JSONValue.integer) ?? .string($1)) }
            write(JSONValue.object(members + facts).text(indented: false) + "\n")
        } else {
            let facts = sorted.map { " \($0)=\($1.madeVisible)" }.joined()
            write("\(Self.now) \(event.level) \("\(event.message)".madeVisible)\(facts)\n")
        }
    }

    /// The moment by ISO 8601, in UTC.
    private static var now: String {
        let milliseconds = SystemClock.milliseconds
        let seconds = milliseconds / 1000
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let day = CalendarDay(number: Int32(clamping: seconds / 86_400))
        let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
        return "\(day)T\(time.joined(separator: ":")).\(digits(milliseconds % 1000, 3))Z"
    }
}
