package import HTTPTypes

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
