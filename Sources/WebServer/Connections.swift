import HTTPTypes
import NIOCore
import NIOHTTPTypes
import WebService

/// Closes a connection whose client takes too long, so that slow clients don't hold the places of others, and says to the
/// table of connections which are idle.
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
    private let table: ConnectionTable
    private var place: ConnectionTable.Place?
    /// When the connection is closed; nil while the service works on an answer.
    private var deadline: NIODeadline? {
        didSet { place?.wait(deadline != nil) }
    }
    private var timer: Scheduled<Void>?

    init(_ service: WebService, _ table: ConnectionTable, idle: Duration, sending: Duration) {
        self.service = service
        self.table = table
        self.idle = TimeAmount(idle)
        self.sending = TimeAmount(sending)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        service.countConnections(1)
        let place = ConnectionTable.Place(context.channel)
        table.add(place)
        self.place = place
        deadline = .now() + idle
        wait(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        service.countConnections(-1)
        if let place { table.remove(place) }
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

/// By what requests of one client are told from those of others.
enum ClientAddress {
    /// The address at the other end of the connection, or the one for which the proxy there asks.
    ///
    /// Of an IPv6 address only the first half counts: the rest a client can choose.
    static func of(_ headers: HTTPFields, _ channel: any Channel, isBehindProxy: Bool) -> String {
        if isBehindProxy, let forwarded = forwarded(headers) { return forwarded }
        guard let address = channel.remoteAddress else { return "" }
        return text(of: address)
    }

    /// The last address that was added, which is the one that our own proxy saw.
    private static func forwarded(_ headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("X-Forwarded-For"), let field = headers[name] else { return nil }
        guard let last = field.split(separator: ",").last else { return nil }
        let trimmed = String(last.filter { $0 != " " })
        guard let address = try? SocketAddress(ipAddress: trimmed, port: 0) else { return nil }
        return text(of: address)
    }

    /// The part of an address by which clients are told apart.
    static func text(of address: SocketAddress) -> String {
        guard let text = address.ipAddress else { return "" }
        guard case .v6 = address else { return text }
        // An IPv4 address in an IPv6 coat counts whole.
        if text.contains("."), let last = text.split(separator: ":").last { return String(last) }
        // Of a row of zeros the text has two colons only.
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map { $0.split(separator: ":") }
        let (first, last) = (halves[0], halves.count > 1 ? halves[1] : [])
        let zeros = [Substring](repeating: "0", count: max(0, 8 - first.count - last.count))
        return (first + zeros + last).prefix(4).joined(separator: ":")
    }
}
