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
        guard case .v6(let v6) = address else { return address.ipAddress ?? "" }
        // The bytes in the order of the network, after family, port and flow in every system's layout.
        return withUnsafeBytes(of: v6.address) { whole in
            let bytes = whole[8..<24]
            // An IPv4 address in an IPv6 coat counts whole.
            let isIPv4 = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[18] == 0xFF && bytes[19] == 0xFF
            return (isIPv4 ? bytes.suffix(4) : bytes.prefix(8)).map { String($0, radix: 16) }.joined(separator: ":")
        }
    }
}
