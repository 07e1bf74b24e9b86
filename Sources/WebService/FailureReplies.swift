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
        let edition = edition
        if isForPrograms {
            var writer = RecordWriter(RecordLayout())
            let texts = edition.languages[apiLanguage(of: request, edition) ?? .english]
            ProblemRecord(failure: failure, texts: texts).write(to: &writer)
            reply = WebReply(
                .init(code: failure.status), route: "api-failure", caching: "no-store", mediaType: MediaType.problem,
                isShared: true, body: ByteBuffer(bytes: writer.bytes + [0x0A]))
        } else {
            let language = language(of: request, edition)
            reply = WebReply(
                .init(code: failure.status), route: "failure", caching: "no-store", mediaType: MediaType.html,
                body: ByteBuffer(bytes: page(failure, in: language, edition)))
            reply.headers[.contentLanguage] = language.code
            reply.headers[.vary] = "Accept-Language"
        }
        if let wait { reply.headers[.retryAfter] = String(wait) }
        if failure == .methodNotAllowed { reply.headers[.allow] = Self.methods }
        reply.closes = closes
        return reply
    }

    /// The language of an address, else the one that the visitor prefers.
    private func language(of request: WebRequest, _ edition: Edition) -> Language {
        let code = request.target.prefixOfPath.dropFirst().prefix { $0 != "/" }
        return edition.languages.language(code)
            ?? Preferences(request.headers[.acceptLanguage]).language(among: edition.languages.languages) ?? .english
    }

    /// The language that a program asks for, whatever else is wrong with its request.
    private func apiLanguage(of request: WebRequest, _ edition: Edition) -> Language? {
        let given = WebAddress(request.target)?.parameters.first { $0.name == Parameter.language.name }
        return given.flatMap { edition.languages.language($0.value) }
    }

    private func page(_ failure: PageFailure, in language: Language, _ edition: Edition) -> [UInt8] {
        let builder = PageBuilder(
            edition.picture, language, .failure, live: liveState(of: edition), site: "/")
        return edition.dashboard.page(builder.failure(failure), of: .failure, in: language)
    }
}

/// Why a request can't be answered, as a problem document of RFC 9457.
struct ProblemRecord: Record {
    let failure: PageFailure
    let texts: Texts

    static let schema = RecordSchema<ProblemRecord>("problem", "Why a request can't be answered.") {
        Field("type", "The kind of failure, as an address.", .link) { "urn:followup:problem:" + $0.failure.code }
        Field("title", "The failure in a few words.") { $0.failure.title(in: $0.texts) }
        Field("status", "The status by HTTP.") { $0.failure.status }
        Field("detail", "What exactly is the matter.") { $0.failure.detail(in: $0.texts) }
        Field("code", "The name of the kind of failure.") { $0.failure.code }
    }
}

extension String {
    /// The path of a target, without the query.
    fileprivate var prefixOfPath: Substring { prefix { $0 != "?" } }
}
