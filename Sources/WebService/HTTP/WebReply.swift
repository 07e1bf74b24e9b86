package import HTTPTypes
package import NIOCore

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
