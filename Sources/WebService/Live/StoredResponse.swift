import ForumWorkspace
import HTTPTypes
import NIOCore
import Synchronization
import SystemIO

/// One answer as it is kept: its content as it is and packed, and the fields that go with each.
struct StoredResponse: Sendable {
    /// The content as it is.
    let content: ByteBuffer
    private let packed: ByteBuffer?
    private let plainFields: HTTPFields
    private let packedFields: HTTPFields
    private let since: HTTPDate
    private let route: String

    /// What kind of content an answer has.
    struct Kind: Sendable {
        var mediaType: String
        /// The kind of address, for counting.
        var route: String
        /// Whether programs of other sites may read it.
        var isShared = false
        /// What of the request the answer depends on beside the address and the packing.
        var varies: [String] = []
        /// How long it may be kept without asking.
        var caching = "no-cache"
        /// The name under which a browser saves it.
        var fileName: String?
        /// The language in which the content is written.
        var language: String?
        /// Other addresses that belong to it (RFC 8288).
        var link: String?
    }

    /// Packs and hashes some content, which is as it is since a moment.
    init(_ content: ByteBuffer, _ kind: Kind, since: HTTPDate) {
        self.content = content
        route = kind.route
        self.since = since
        // Short answers fit into one packet either way.
        let bytes = Array(content.readableBytesView)
        let packed = bytes.count < 1_000 ? nil : Gzip.packed(bytes).map { ByteBuffer(bytes: $0) }
        self.packed = packed
        let hash = SHA256.hash(bytes).prefix(24)
        var fields = HTTPFields.guarded(isShared: kind.isShared)
        fields[.contentType] = kind.mediaType
        fields[.cacheControl] = kind.caching
        fields[.lastModified] = since.text
        fields[.vary] = (["Accept-Encoding"] + kind.varies).joined(separator: ", ")
        if let name = kind.fileName { fields[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        if let language = kind.language { fields[.contentLanguage] = language }
        if let link = kind.link { fields[.link] = link }
        var packedFields = fields
        fields[.eTag] = "\"\(hash)\""
        fields[.contentLength] = String(content.readableBytes)
        plainFields = fields
        packedFields[.eTag] = "\"\(hash)-gz\""
        packedFields[.contentEncoding] = "gzip"
        packedFields[.contentLength] = String(packed?.readableBytes ?? 0)
        self.packedFields = packedFields
    }

    /// About how many bytes it takes to keep.
    var size: Int { content.readableBytes + (packed?.readableBytes ?? 0) + 2_000 }

    /// The answer to a request: whole, packed, or that the client has it already.
    func reply(to request: WebRequest) -> WebReply {
        let usesPacked =
            packed != nil
            && (request.headers[.acceptEncoding].map { Preferences($0).accepts(encoding: "gzip") } ?? false)
        let fields = usesPacked ? packedFields : plainFields
        var reply: WebReply
        if isKnown(to: request, tag: fields[.eTag] ?? "") {
            var kept = fields
            for name in [.contentLength, .contentType, .contentEncoding, .contentDisposition] as [HTTPField.Name] {
                kept[name] = nil
            }
            reply = WebReply(.notModified, headers: kept)
        } else {
            reply = WebReply(.ok, headers: fields, body: usesPacked ? packed : content)
        }
        reply.route = route
        return reply
    }

    /// Whether the client has this answer already (RFC 9110, section 13).
    private func isKnown(to request: WebRequest, tag: String) -> Bool {
        if let tags = request.headers[.ifNoneMatch] {
            return tags.split(separator: ",").prefix(100).contains { piece in
                var name = piece.drop { $0 == " " }
                if name.hasPrefix("W/") { name = name.dropFirst(2) }
                while name.last == " " { name = name.dropLast() }
                return name == tag || name == "*"
            }
        }
        guard let time = request.headers[.ifModifiedSince].flatMap(HTTPDate.init) else { return false }
        return since <= time
    }
}

/// Answers of one edition, up to a number of bytes; the one that was asked for longest ago goes first.
///
/// A class because all connections share it.
final class ResponseCache: Sendable {
    private struct Entry {
        var stored: StoredResponse
        var used: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var bytes = 0
        var clock: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(bytes limit: Int) { self.limit = limit }

    /// The answer that is kept under a name.
    subscript(key: String) -> StoredResponse? {
        state.withLock { state in
            state.clock += 1
            guard let place = state.entries.index(forKey: key) else { return nil }
            state.entries.values[place].used = state.clock
            return state.entries.values[place].stored
        }
    }

    /// Keeps an answer; one that would take a quarter of the room is not kept.
    func keep(_ stored: StoredResponse, as key: String) {
        let size = stored.size + key.utf8.count
        guard size < limit / 4 else { return }
        state.withLock { state in
            state.clock += 1
            if let old = state.entries.updateValue(Entry(stored: stored, used: state.clock), forKey: key) {
                state.bytes -= old.stored.size + key.utf8.count
            }
            state.bytes += size
            guard state.bytes > limit else { return }
            // A tenth more than needed, so that not every new answer has to look for the oldest.
            for (key, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
                state.entries[key] = nil
                state.bytes -= entry.stored.size + key.utf8.count
                if state.bytes <= limit / 10 * 9 { return }
            }
        }
    }

    /// The bytes that are kept.
    var bytes: Int { state.withLock(\.bytes) }
}
