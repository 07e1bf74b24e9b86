import Dashboard
import Diagnostics
import FollowUpModel
import HTTPTypes
import JSON
import Localization
import NIOCore

extension WebService {
    /// Answers an address of the API.
    func api(_ request: WebRequest, _ edition: Edition) async throws(PageFailure) -> WebReply {
        // Most programs accept anything or JSON, and write an address as our links do.
        let accepted = request.headers[.accept]
        if accepted == nil || accepted == "*/*" || accepted == API.json,
            let known = edition.cache[API.json + " " + request.target]
        {
            return known.reply(to: request)
        }
        guard let address = WebAddress(request.target) else { throw .badRequest }
        guard address.path == API.root || address.path.hasPrefix(API.root + "/") else { throw .nothingHere }
        let parts = address.parts.dropFirst(2)
        if parts == ["openapi.json"] { return try await description(address, request, edition) }
        guard var named = API.target(parts == [""] ? [] : parts) else { throw missing(parts) }
        let types = named.isTable ? [API.csv] : named.resource.isList ? [API.json, API.csv] : [API.json]
        guard let type = Preferences(accepted).mediaType(among: types) else { throw .notAcceptable }
        named.isTable = type == API.csv
        let target = named
        let values = try API.values(of: address, target.resource.allParameters, in: edition.picture)
        let sorted = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.percentEncoded)" }
        let question = sorted.isEmpty ? "" : "?" + sorted.joined(separator: "&")
        let key = "\(type) \(address.path)\(question)"
        let kind = StoredResponse.Kind(
            mediaType: target.isTable ? MediaType.csv : API.json, route: "api:" + target.resource.id, isShared: true,
            varies: ["Accept"], link: "<\(API.root)/openapi.json>; rel=\"service-desc\"")
        return try await stored(as: key, kind, for: request, edition, isKept: values["q"] == nil) {
            () throws(PageFailure) in
            let picture = try await picture(of: values["as-of"].flatMap(Parameter.date), edition)
            for parameter in target.resource.pathParameters {
                let name = target.names[parameter.name] ?? ""
                guard case .names(let names) = parameter.takes, !names(picture).contains(name) else { continue }
                throw .noSuch(name: name.shortened, nearest: name.nearest(in: names(picture)))
            }
            let query = Query(
                edition: edition, picture: picture, address: address, names: target.names, values: values)
            return try API.content(of: target, query)
        }
    }

    private func description(
        _ address: WebAddress, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        let values = try API.values(of: address, [.language], in: edition.picture)
        let language = values[Parameter.language.name].map { Language($0) }
        let key = API.json + " " + address.path + (language.map { "?lang=\($0)" } ?? "")
        let kind = StoredResponse.Kind(mediaType: API.json, route: "api:openapi", isShared: true)
        return await stored(as: key, kind, for: request, edition) {
            let texts = edition.languages[language ?? .english]
            return ByteBuffer(
                bytes: OpenAPI(picture: edition.picture, texts: texts).document.utf8(indented: false) + [0x0A])
        }
    }

    /// That there is no such resource, with the nearest one.
    private func missing(_ parts: ArraySlice<String>) -> PageFailure {
        guard let name = parts.first, parts.count == 1 else { return .nothingHere }
        let names = API.resources.compactMap { resource -> String? in
            if case .literal(let text)? = resource.path.first { text } else { nil }
        }
        return .noSuch(name: name.shortened, nearest: name.nearest(in: names))
    }
}
