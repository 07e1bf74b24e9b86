import Dashboard
import FollowUpModel
import HTTPTypes
import JSON
import Localization
import NIOCore

extension WebService {
    /// The answer that there is none: a page in the visitor's language, or a problem document of RFC 9457 for programs.
    func failed(_ failure: PageFailure, _ request: WebRequest, wait: Int? = nil, closes: Bool = false) -> WebReply {
        let isForPrograms = request.target.hasPrefix("/api") || request.target.prefixOfPath.hasSuffix(".json")
        var headers = HTTPFields.guarded(isShared: isForPrograms)
        headers[.cacheControl] = "no-store"
        let body: ByteBuffer
        if isForPrograms {
            let document: JSONValue = [
                "type": .string("urn:followup:problem:" + failure.code),
                "title": .string(failure.title(in: .english)), "status": .integer(failure.status),
                "detail": .string(failure.detail(in: .english)), "code": .string(failure.code),
            ]
            body = ByteBuffer(bytes: document.utf8(indented: false) + [0x0A])
            headers[.contentType] = MediaType.problem
        } else {
            let language = language(of: request)
            body = ByteBuffer(bytes: page(failure, in: language))
            headers[.contentType] = MediaType.html
            headers[.contentLanguage] = language.code
            headers[.vary] = "Accept-Language"
        }
        headers[.contentLength] = String(body.readableBytes)
        if let wait { headers[.retryAfter] = String(wait) }
        if failure == .methodNotAllowed { headers[.allow] = Self.methods }
        var reply = WebReply(HTTPResponse.Status(code: failure.status), headers: headers, body: body)
        reply.closes = closes
        reply.route = isForPrograms ? "api-failure" : "failure"
        return reply
    }

    /// The language of an address, else the one that the visitor prefers.
    private func language(of request: WebRequest) -> Language {
        let code = request.target.prefixOfPath.dropFirst().prefix { $0 != "/" }
        return Texts.languages.first { $0.code == code }
            ?? Preferences(request.headers[.acceptLanguage]).language(among: Texts.languages) ?? .english
    }

    private func page(_ failure: PageFailure, in language: Language) -> [UInt8] {
        let edition = edition
        let builder = PageBuilder(
            edition.picture, language, .failure, live: liveState(of: edition), site: "/")
        return Dashboard(edition.picture, templates: templates).page(
            builder.failure(failure), of: .failure, in: language
        ).html
    }
}

extension String {
    /// The path of a target, without the query.
    fileprivate var prefixOfPath: Substring { prefix { $0 != "?" } }
}
