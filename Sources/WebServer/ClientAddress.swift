import HTTPTypes
import NIOCore

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

    private static func text(of address: SocketAddress) -> String {
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
