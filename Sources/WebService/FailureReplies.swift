import Dashboard
import FollowUpModel
import HTTPTypes
import Localization
import NIOCore
import Records

extension WebService {
    /// The answer that there is none: a page in the visitor's language, or a problem document of RFC 9457 for programs.
    func failed(_ failure: PageFailure, _ request: WebRequest, wait: Int? = nil, closes: Bool = false) -> WebReply {
        let isForPrograms = request.target.hasPrefix("/api") || request.target.prefixOfPath.hasSuffix(".json")
        var reply: WebReply
        if isForPrograms {
            var writer = RecordWriter(RecordLayout())
            ProblemRecord(failure: failure).write(to: &writer)
            reply = WebReply(
                .init(code: failure.status), route: "api-failure", caching: "no-store", mediaType: MediaType.problem,
                isShared: true, body: ByteBuffer(bytes: writer.bytes + [0x0A]))
        } else {
            let language = language(of: request)
            reply = WebReply(
                .init(code: failure.status), route: "failure", caching: "no-store", mediaType: MediaType.html,
                body: ByteBuffer(bytes: page(failure, in: language)))
            reply.headers[.contentLanguage] = language.code
            reply.headers[.vary] = "Accept-Language"
        }
        if let wait { reply.headers[.retryAfter] = String(wait) }
        if failure == .methodNotAllowed { reply.headers[.allow] = Self.methods }
        reply.closes = closes
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

/// Why a request can't be answered, as a problem document of RFC 9457.
struct ProblemRecord: Record {
    let failure: PageFailure

    static let schema = RecordSchema<ProblemRecord>("problem", "Why a request can't be answered.") {
        Field("type", "The kind of failure, as an address.", .link) { "urn:followup:problem:" + $0.failure.code }
        Field("title", "The failure in a few words.") { $0.failure.title(in: .english) }
        Field("status", "The status by HTTP.") { $0.failure.status }
        Field("detail", "What exactly is the matter.") { $0.failure.detail(in: .english) }
        Field("code", "The name of the kind of failure.") { $0.failure.code }
    }
}

extension String {
    /// The path of a target, without the query.
    fileprivate var prefixOfPath: Substring { prefix { $0 != "?" } }
}
