import Dashboard
import FollowUpModel
package import HTTPTypes
package import NIOCore

/// One request as a client sent it.
package struct WebRequest: Sendable {
    /// The method.
    package var method: HTTPRequest.Method
    /// Path and query as they were sent, but for unreserved characters, which are decoded.
    package var target: String
    /// The header fields.
    package var headers: HTTPFields
    /// The address of the client, by which requests are counted.
    package var client: String

    /// Makes a request.
    package init(
        _ target: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:], client: String = ""
    ) {
        self.method = method
        self.target = target.withUnreservedDecoded
        self.headers = headers
        self.client = client
    }

    /// Whether the client sends something along.
    var hasBody: Bool {
        if headers[.transferEncoding] != nil { return true }
        guard let length = headers[.contentLength] else { return false }
        return length != "0"
    }

    /// The size of the head, about as it was sent.
    var headSize: Int {
        headers.reduce(target.utf8.count) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
    }
}

/// A request's target taken apart: the parts of the path and the parameters, both decoded.
struct WebAddress: Hashable, Sendable {
    /// The path as it was sent, without the query.
    var path: String
    /// The parts between the slashes; one that is empty stands for a slash at the end or two in a row.
    var parts: [String]
    /// The parameters in their order.
    var parameters: [Parameter]

    /// One parameter.
    struct Parameter: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// Takes a target apart; nil where it isn't the origin form of RFC 9112 or what is encoded is no UTF-8.
    init?(_ target: String) {
        guard target.utf8.first == UInt8(ascii: "/"), !target.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
        else { return nil }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves[0])
        var parts: [String] = []
        for part in halves[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let text = String(part).decoded(with: "%"), !text.utf8.contains(where: { $0 < 0x20 }) else {
                return nil
            }
            parts.append(text)
        }
        self.parts = parts
        parameters = []
        guard halves.count > 1 else { return }
        for piece in halves[1].split(separator: "&") {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = String(sides[0]).replacing("+", with: " ").decoded(with: "%"),
                let value = sides.count > 1 ? String(sides[1]).replacing("+", with: " ").decoded(with: "%") : ""
            else { return nil }
            parameters.append(Parameter(name: name, value: value))
        }
    }
}

extension Sequence<(name: String, value: String)> {
    /// The parameters as an address has them, with a question mark; empty without any.
    var asQuestion: String {
        let parameters = map { "\($0.name)=\($0.value.percentEncoded)" }
        return parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    }
}

extension [String: String] {
    /// The values of parameters as an address has them, in the order of their names, so that the same question has the
    /// same address however it was asked.
    var asQuestion: String { sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }.asQuestion }

    /// The date that was asked for.
    var asOf: PartialDate? { self["as-of"].flatMap(Parameter.date) }
}

extension String {
    /// The text as a part of a path or as a parameter, all but unreserved characters encoded.
    var percentEncoded: String { encoded(with: "%", uppercase: true) { $0.isUnreserved } }

    /// The same address with its encoded unreserved characters as they are (RFC 3986, section 6.2.2.2).
    var withUnreservedDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let pieces = split(separator: "%", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces[0])) { result, piece in
            guard let byte = UInt8(piece.prefix(2), radix: 16), byte.isUnreserved, piece.utf8.count >= 2 else {
                return result += "%" + piece
            }
            result.unicodeScalars.append(Unicode.Scalar(byte))
            result += piece.dropFirst(2)
        }
    }
}

/// The answer to one request.
package struct WebReply: Sendable {
    /// The status.
    package var status: HTTPResponse.Status
    /// The header fields, but for the date.
    package var headers: HTTPFields
    /// The content; nil for none.
    package var body: ByteBuffer?
    /// Whether the connection is to be closed after it.
    package var closes = false
    /// The kind of address, for counting; one of few.
    package var route = "other"

    /// Makes an answer.
    init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: ByteBuffer? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Makes an answer that is not kept, with what every answer says of itself.
    init(
        _ status: HTTPResponse.Status, route: String, caching: String? = nil, mediaType: String? = nil,
        isShared: Bool = false, body: ByteBuffer? = nil
    ) {
        self.init(status, headers: .guarded(isShared: isShared), body: body)
        self.route = route
        headers[.cacheControl] = caching
        headers[.contentType] = mediaType
        if status != .noContent { headers[.contentLength] = String(body?.readableBytes ?? 0) }
    }
}

extension HTTPFields {
    /// What every answer says of itself, so that browsers do nothing with it that its author did not mean.
    static func guarded(isShared: Bool) -> HTTPFields {
        var fields: HTTPFields = [.xContentTypeOptions: "nosniff"]
        fields[.referrerPolicy] = "no-referrer"
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
        fields[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        fields[.crossOriginOpenerPolicy] = "same-origin"
        fields[.crossOriginResourcePolicy] = isShared ? "cross-origin" : "same-origin"
        if isShared {
            fields[.accessControlAllowOrigin] = "*"
            fields[.accessControlExposeHeaders] = "ETag, Last-Modified, Link, Retry-After"
        }
        return fields
    }
}

extension HTTPField.Name {
    static let referrerPolicy = token("Referrer-Policy")
    static let permissionsPolicy = token("Permissions-Policy")
    static let link = token("Link")
    static let crossOriginOpenerPolicy = token("Cross-Origin-Opener-Policy")

    private static func token(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("'\(name)' is a header's name") }
        return name
    }
}
