import NIOCore
import NIOHTTPTypes
import WebService

/// Closes a connection whose client takes too long, so that slow clients don't hold the places of others.
///
/// A request's head must have come within a time from the connection or from the answer before, however slowly it
/// drips; the rest must follow within the same time, and an answer must have been taken within another. A class
/// because it lives in a connection's pipeline, on one event loop only.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let service: WebService
    private let idle: TimeAmount
    private let sending: TimeAmount
    /// When the connection is closed; nil while the service works on an answer.
    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?

    init(_ service: WebService, idle: Duration, sending: Duration) {
        self.service = service
        self.idle = TimeAmount(idle)
        self.sending = TimeAmount(sending)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        service.countConnections(1)
        deadline = .now() + idle
        wait(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        service.countConnections(-1)
        timer?.cancel()
        timer = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: deadline = .now() + idle
        case .body: break
        case .end: deadline = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { deadline = .now() + sending }
        context.write(data, promise: promise)
    }

    /// Looks again at the deadline when it would have passed; requests only move it, which costs nothing.
    private func wait(_ context: ChannelHandlerContext) {
        let next = deadline ?? .now() + idle
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: next) { [weak self] in
            guard let self else { return }
            if let deadline = self.deadline, deadline <= .now() {
                context.close(promise: nil)
            } else {
                self.wait(context)
            }
        }
    }
}
