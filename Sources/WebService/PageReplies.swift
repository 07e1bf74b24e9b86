import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import HTTPTypes
import Harmonization
import Localization
import NIOCore
import Records
import Templates

extension WebService {
    func liveState(of edition: Edition) -> LiveState {
        LiveState(stamp: assetStamp, isBroken: edition.isBroken, errors: edition.errorCount)
    }

    /// A page, its document, or a calendar in a language.
    func page(
        _ address: WebAddress, in language: Language, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        let rest = address.parts.dropFirst()
        if rest.isEmpty { return redirect(to: "/\(language.code)/", isForEver: true) }
        let raw = address.path.dropFirst(language.code.utf8.count + 2)
        if raw.hasSuffix(".ics") { return try await calendar(raw, address, in: language, request, edition) }
        let isDocument = raw.hasSuffix(".json")
        let path = raw.isEmpty ? "index" : isDocument ? raw.dropLast(5) : raw.hasSuffix(".html") ? raw.dropLast(5) : raw
        guard let place = PageAddress(path: String(path)) else { throw .nothingHere }
        if path == raw, !raw.isEmpty { return redirect(to: "/\(language.code)/\(path).html", isForEver: true) }
        let question = try PageQuestion(place, address, in: edition.picture)
        if let moved = question.moved {
            return redirect(
                to: "/\(language.code)/\(moved.path).\(isDocument ? "json" : "html")\(question.query)", isForEver: false
            )
        }
        let kind = StoredResponse.Kind(
            mediaType: isDocument ? API.json : MediaType.html, route: isDocument ? "document" : "page",
            language: language.code)
        let key = address.path + question.query
        // What somebody types to search is hardly asked for twice.
        return try await stored(
            as: key, kind, for: request, edition, on: question.asOf, isKept: question.search == nil
        ) { picture throws(PageFailure) in
            try content(of: question, picture, in: language, edition, isDocument: isDocument)
        }
    }

    /// The answer that is kept under a name, else a new one, for whose making the client is charged.
    ///
    /// - Parameters:
    ///   - date: the date of the picture that it is made of; nil for that of the edition.
    ///   - isKept: whether the new one is kept for those who ask next.
    func stored(
        as key: String, _ kind: StoredResponse.Kind, for request: WebRequest, _ edition: Edition,
        on date: PartialDate?, isKept: Bool = true, content: (PageData) throws(PageFailure) -> ByteBuffer
    ) async throws(PageFailure) -> WebReply {
        if let known = edition.cache[key] { return known.reply(to: request) }
        let picture = try await picture(of: date, edition, for: request.client)
        let start = ContinuousClock.now
        defer { limiter.charge(request.client, for: ContinuousClock.now - start) }
        let stored = StoredResponse(try content(picture), kind, since: edition.since)
        if isKept { edition.cache.keep(stored, as: key) }
        return stored.reply(to: request)
    }

    /// The picture of a date; that of the edition where it is the same or none is asked for.
    private func picture(
        of date: PartialDate?, _ edition: Edition, for client: String
    ) async throws(PageFailure) -> PageData {
        guard let date, date != edition.picture.snapshot.options.asOf else { return edition.picture }
        return try await edition.otherDates.picture(of: date, for: client)
    }

    private func content(
        of question: PageQuestion, _ picture: PageData, in language: Language, _ edition: Edition, isDocument: Bool
    ) throws(PageFailure) -> ByteBuffer {
        if isDocument {
            guard let document = picture.document(of: question.place) else {
                throw question.place.missing(in: picture)
            }
            return ByteBuffer(bytes: document.bytes(in: language))
        }
        let builder = PageBuilder(
            picture, language, question.place, query: question.datePart, ownQuery: question.query,
            live: liveState(of: edition))
        guard let view = view(of: question, builder, edition) else { throw question.place.missing(in: picture) }
        return ByteBuffer(bytes: edition.dashboard.page(view, of: question.place.kind, in: language))
    }

    private func view(
        of question: PageQuestion, _ builder: PageBuilder, _ edition: Edition
    ) -> (any PageView)? {
        switch question.place.kind {
        case .matrix:
            var filter = question.filter
            (filter.measure, filter.forum) = (question.place.measure, question.place.forum)
            return builder.matrix(filter)
        case .search: return builder.search(question.search ?? "")
        case .problems: return builder.problems(edition.diagnostics)
        case .api: return apiPage(builder)
        default: return builder.view()
        }
    }

    private func calendar(
        _ raw: Substring, _ address: WebAddress, in language: Language, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        guard raw.hasPrefix("due/"), let name = String(raw.dropFirst(4).dropLast(4)).fromPathPart else {
            throw .nothingHere
        }
        // Its dates are those of the page that lists the same.
        let question = try PageQuestion(.due, address, in: edition.picture)
        let kind = StoredResponse.Kind(mediaType: MediaType.calendar, route: "calendar", language: language.code)
        let key = address.path + question.query
        return try await stored(as: key, kind, for: request, edition, on: question.asOf) {
            shown throws(PageFailure) in
            guard let bytes = DueCalendar(shown, language).calendar(name) else {
                throw .noSuch(name, among: DueCalendar.names(of: shown))
            }
            return ByteBuffer(bytes: bytes)
        }
    }

    /// A table of data to take away.
    func data(
        _ address: WebAddress, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        let name = address.parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard name.count == 2, let table = DataTable(rawValue: String(name[0])),
            let form = TableFormat(rawValue: String(name[1]))
        else {
            throw .nothingHere
        }
        let values = try API.values(of: address, [.asOf], in: edition.picture)
        let isCSV = form == .csv
        let kind = StoredResponse.Kind(
            mediaType: isCSV ? MediaType.csv : API.json, route: "data", isShared: true,
            fileName: isCSV ? "\(table.rawValue).csv" : nil)
        return try await stored(as: address.path + values.asQuestion, kind, for: request, edition, on: values.asOf) {
            ByteBuffer(bytes: table.files(of: $0, in: [form]).joined())
        }
    }

    /// The page that describes the interface.
    private func apiPage(_ builder: PageBuilder) -> any PageView {
        let texts = builder.picture.languages[builder.language]
        let picture = builder.picture
        func described(_ parameter: Parameter) -> APIPage.Parameter {
            APIPage.Parameter(
                name: parameter.name, text: texts[parameter.text], takes: parameter.takes(nil, picture))
        }
        return builder.api(
            description: API.root + "/openapi.json",
            resources: API.resources.map { resource in
                APIPage.Resource(
                    id: resource.id, path: resource.template, text: texts[resource.text],
                    example: resource.example(in: picture), hasTable: resource.isList,
                    parameters: (resource.names + resource.parameters).map(described),
                    members: resource.description.fields.map(\.name))
            }, common: [Parameter.asOf, .language, .limit, .offset].map(described))
    }
}

extension Resource {
    /// An address that can be opened, with names that there are.
    fileprivate func example(in picture: PageData) -> String {
        path { parameter in
            // The first of all names may be one of which nothing is known.
            if parameter.name == "target", let target = picture.targets.first {
                return picture.snapshot.workspace.framework[target].id.percentEncoded
            }
            guard case .names(let names) = parameter.takes else { return "" }
            return (names(picture).first ?? "").percentEncoded
        }
    }
}

extension PageAddress {
    /// Which name of the address nothing has, with the nearest one that something has.
    fileprivate func missing(in picture: PageData) -> PageFailure {
        func missing(_ name: String, _ names: [String]) -> PageFailure? {
            names.contains(name) ? nil : .noSuch(name, among: names)
        }
        let failure: PageFailure? =
            switch kind {
            case .country: missing(names[0], picture.countryCodes)
            case .forum: missing(names[0], picture.forumIds)
            case .measure: missing(names[0], picture.measureIds)
            case .cell:
                missing(names[0], picture.countryCodes + picture.forumIds) ?? missing(names[1], picture.targetIds)
            case .matrix:
                measure.flatMap { missing($0, picture.measureIds) } ?? forum.flatMap { missing($0, picture.forumIds) }
            default: nil
            }
        return failure ?? .nothingHere
    }
}

/// What a page's address asks for: the page, the date, and what the page is narrowed to.
struct PageQuestion {
    /// The page.
    let place: PageAddress
    /// The date, where one was given.
    let asOf: PartialDate?
    /// What the matrix is narrowed to, but for measure and forum, which stand in the path.
    private(set) var filter = MatrixFilter.none
    /// What was searched for.
    let search: String?
    /// The page at whose address this question belongs: with the measure or forum that was given as a parameter, and
    /// with each value as the page itself writes it, which its script looks for; nil where it stands there already.
    private(set) var moved: PageAddress?
    /// The parameters that count, in one order, with a question mark; empty without any.
    let query: String
    /// The date alone, likewise.
    let datePart: String

    /// Reads the parameters of an address.
    ///
    /// Forms send empty ones, which say nothing. Names that nothing here has are passed over, as of campaigns and
    /// trackers, but for those that look like a slip.
    init(_ place: PageAddress, _ address: WebAddress, in picture: PageData) throws(PageFailure) {
        self.place = place
        let parameters = Self.parameters(of: place)
        var values: [String: String] = [:]
        for given in address.parameters {
            guard let parameter = parameters.first(where: { $0.name == given.name }) else {
                if let near = given.name.nearest(in: parameters.map(\.name)) {
                    throw .unknownParameter(name: given.name.shortened, nearest: near)
                }
                continue
            }
            guard !given.value.isEmpty else { continue }
            let value = try parameter.check(given.value, in: picture)
            if value != given.value { moved = place }
            values[given.name] = value
        }
        asOf = values.asOf
        datePart = values.filter { $0.key == "as-of" }.asQuestion
        search = values["q"]
        if place.kind == .matrix {
            filter.subregion = values["subregion"]
            filter.voice = values["voice"].flatMap(Voice.init)
            filter.confidence = values["confidence"].flatMap { Confidence(rawValue: $0) ?? Self.confidence(rank: $0) }
            filter.sort = values["sort"]
            if values["measure"] != nil || values["forum"] != nil {
                moved = .matrix(measure: values["measure"] ?? place.measure, forum: values["forum"] ?? place.forum)
                (values["measure"], values["forum"]) = (nil, nil)
            }
        }
        query =
            parameters.compactMap { parameter in
                values[parameter.name].map { (name: parameter.name, value: $0) }
            }.asQuestion
    }

    private static func confidence(rank: String) -> Confidence? {
        Confidence.allCases.first { String($0.rank) == rank }
    }

    private static func parameters(of place: PageAddress) -> [Parameter] {
        switch place.kind {
        case .matrix:
            [
                .asOf, .measure, .forum, .subregion, .voice,
                Parameter(
                    "confidence", .words(Confidence.allCases.flatMap { [$0.rawValue, String($0.rank)] }), .apiConfidence
                ),
                Parameter("sort", .names(\.targetIds), .apiSort),
            ]
        case .search: [.asOf, .query]
        case .problems, .api: []
        default: [.asOf]
        }
    }
}

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

extension PageFailure {
    /// There is no thing of that name among some.
    static func noSuch(_ name: String, among names: [String]) -> PageFailure {
        .noSuch(name: name.shortened, nearest: name.nearest(in: names))
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
