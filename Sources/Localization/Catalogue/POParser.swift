import FollowUpModel

/// Reads a PO file, byte by byte and line by line.
struct POParser {
    private(set) var catalogue = MessageCatalogue()
    private let bytes: [UInt8]
    private let keepsComments: Bool
    private var position = 0
    private var line = 0

    // The entry that is being read.
    private var entry: MessageCatalogue.Entry?
    private var hasContext = false
    private var hasSource = false
    private var comments: [String] = []
    private var isUnsure = false
    private var field = Field.none
    private var text: [UInt8] = []
    private var fieldLine = 0
    private var keys: Set<String> = []

    fileprivate enum Field: Equatable {
        case none, context, source, plural
        case form(Int)
    }

    init(_ bytes: [UInt8], keepingComments: Bool) {
        self.bytes = bytes
        keepsComments = keepingComments
    }

    mutating func parse() {
        // A byte-order mark, as some editors write it.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count {
            line += 1
            readLine()
        }
        endEntry()
    }

    private mutating func readLine() {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        defer { position = end + 1 }
        if end > position, bytes[end - 1] == UInt8(ascii: "\r") { readLine(upTo: end - 1) } else { readLine(upTo: end) }
    }

    private mutating func readLine(upTo end: Int) {
        skipSpaces(upTo: end)
        guard position < end else { return }
        switch bytes[position] {
        case UInt8(ascii: "#"): readComment(upTo: end)
        case UInt8(ascii: "\""):
            guard field != .none else { return complain("a text stands here without a name such as msgstr before it") }
            readText(upTo: end)
        default: readField(upTo: end)
        }
    }

    private mutating func readComment(upTo end: Int) {
        // A comment belongs to the entry that follows.
        if case .form = field { endEntry() }
        guard position + 1 < end else { return }
        switch bytes[position + 1] {
        case UInt8(ascii: ","):
            let flags = String(decoding: bytes[position..<end], as: UTF8.self).dropFirst(2).split(separator: ",")
            if flags.contains(where: { $0.filter { !$0.isWhitespace } == "fuzzy" }) { isUnsure = true }
        case UInt8(ascii: ".") where keepsComments:
            position += 2
            skipSpaces(upTo: end)
            comments.append(String(decoding: bytes[position..<end], as: UTF8.self))
        default: break
        }
    }

    private mutating func readField(upTo end: Int) {
        let start = position
        while position < end, bytes[position] > UInt8(ascii: " "), bytes[position] != UInt8(ascii: "\"") {
            position += 1
        }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let next = Field(name) else {
            // What else the line holds makes no sense without its name.
            closeField()
            return complain("'\(name)' is not known here; write msgctxt, msgid, msgid_plural, msgstr or msgstr[0]")
        }
        begin(next)
        skipSpaces(upTo: end)
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            return complain("a text in double quotes must follow '\(name)'")
        }
        readText(upTo: end)
    }

    private mutating func begin(_ next: Field) {
        closeField()
        if next == .context || (next == .source && hasSource) { endEntry() }
        if entry == nil { entry = MessageCatalogue.Entry(key: "", source: "", line: line) }
        field = next
        fieldLine = line
    }

    /// Takes what was read into the field that it belongs to.
    private mutating func closeField() {
        guard field != .none else { return }
        defer {
            field = .none
            text.removeAll(keepingCapacity: true)
        }
        guard let read = String(validating: text, as: UTF8.self) else {
            return complain("the text is not UTF-8", at: fieldLine)
        }
        switch field {
        case .none: break
        case .context:
            entry?.key = read
            hasContext = true
        case .source:
            entry?.source = read
            hasSource = true
        case .plural: entry?.sourcePlural = read
        case .form(let place):
            guard place == entry?.forms.count else {
                return complain("the forms of a text are numbered from 0, each once", at: fieldLine)
            }
            entry?.forms.append(read)
        }
    }

    private mutating func endEntry() {
        closeField()
        guard var ended = entry else { return }
        defer { (entry, hasContext, hasSource, isUnsure, comments) = (nil, false, false, false, []) }
        guard hasSource else { return complain("an entry has no msgid", at: ended.line) }
        guard hasContext else {
            if ended.source.isEmpty { return readHead(ended) }
            return complain("an entry has no msgctxt, the name of the text", at: ended.line)
        }
        guard !ended.forms.isEmpty else { return complain("the text '\(ended.key)' has no msgstr", at: ended.line) }
        guard keys.insert(ended.key).inserted else {
            return complain("the text '\(ended.key)' stands in this file already", at: ended.line)
        }
        ended.isUnsure = isUnsure
        ended.comments = comments
        catalogue.entries.append(ended)
    }

    private mutating func readHead(_ head: MessageCatalogue.Entry) {
        for field in (head.forms.first ?? "").split(separator: "\n") {
            let sides = field.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let value = sides[1].drop { $0 == " " }
            switch sides[0] {
            case "Language" where !value.isEmpty:
                catalogue.language = Language(String(value.replacing("_", with: "-")))
            case "Plural-Forms":
                guard let rule = PluralRule(String(value)) else {
                    complain("Plural-Forms can't be read; write such as 'nplurals=2; plural=(n != 1);'", at: head.line)
                    continue
                }
                (catalogue.pluralRule, catalogue.pluralLine) = (rule, head.line)
                catalogue.pluralHeader = String(value)
            case "Content-Type" where !value.lowercased().contains("utf-8"):
                complain("the file must be in UTF-8", at: head.line)
            default: continue
            }
        }
    }

    /// Reads what stands between double quotes.
    private mutating func readText(upTo end: Int) {
        position += 1
        while position < end, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                text.append(bytes[position])
                position += 1
                continue
            }
            position += 1
            guard position < end, let meant = Self.escaped(bytes[position]) else {
                return complain("a backslash must be followed by n, t, r, another backslash or a double quote")
            }
            text.append(meant)
            position += 1
        }
        guard position < end else { return complain("the double quote at the end is missing") }
        position += 1
        skipSpaces(upTo: end)
        if position < end { complain("nothing may follow the text on its line") }
    }

    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        case UInt8(ascii: "t"): UInt8(ascii: "\t")
        case UInt8(ascii: "r"): UInt8(ascii: "\r")
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte
        default: nil
        }
    }

    private mutating func skipSpaces(upTo end: Int) {
        while position < end, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
            position += 1
        }
    }

    private mutating func complain(_ message: String, at line: Int? = nil) {
        catalogue.problems.append(MessageCatalogue.Problem(line: line ?? self.line, message: message))
    }
}

extension POParser.Field {
    fileprivate init?(_ name: String) {
        switch name {
        case "msgctxt": self = .context
        case "msgid": self = .source
        case "msgid_plural": self = .plural
        case "msgstr": self = .form(0)
        default:
            guard name.hasPrefix("msgstr["), name.hasSuffix("]"),
                let place = Int(name.dropFirst("msgstr[".count).dropLast()), place >= 0
            else { return nil }
            self = .form(place)
        }
    }
}
