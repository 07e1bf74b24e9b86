import HTTPTypes
import Logging
import NIOCore
import WebService

/// Writes a line for each request.
struct RequestLog: Sendable {
    private let logger: Logger
    private let isOn: Bool

    init(_ logger: Logger) {
        self.logger = logger
        isOn = logger.logLevel <= .info
    }

    func note(_ request: WebRequest, _ reply: WebReply, since start: ContinuousClock.Instant) {
        guard isOn else { return }
        let microseconds = Int((ContinuousClock.now - start) / .microseconds(1))
        logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue), "target": .string(String(request.target.prefix(500))),
                "status": .stringConvertible(reply.status.code), "route": .string(reply.route),
                "bytes": .stringConvertible(reply.body?.readableBytes ?? 0), "client": .string(request.client),
                "microseconds": .stringConvertible(microseconds),
            ])
    }
}
