import SystemIO

/// One field of a CSV record, as a range of the file's bytes without its outer quotes.
struct CSVField {
    /// The first byte.
    var start: Int
    /// The byte after the last one.
    var end: Int
    /// Whether quotes inside the field are doubled and have to be undone.
    var hasDoubledQuotes: Bool

    /// The number of bytes.
    var count: Int { end - start }
    /// Where they stand.
    var bytes: Range<Int> { start..<end }
}

/// What is wrong with the shape of a CSV record.
enum CSVFault {
    /// A quoted field is never closed; the place of its opening quote.
    case unclosedQuote(Int)
    /// A quote stands inside an unquoted field, or text follows a closing quote; its place.
    case strayQuote(Int)
}

/// Splits the bytes of a CSV file into records and fields by RFC 4180.
///
/// Line ends are LF, CRLF or a lone CR; a quoted field may hold delimiters, quotes (doubled) and line ends. A record
/// without any quote, the usual case, is found by one search for its line end and split by one pass over its bytes.
struct CSVScanner {
    /// The most fields of a record that are told apart.
    static let mostFields = 4096

    private let bytes: ByteView
    /// What parts the fields.
    let delimiter: UInt8
    /// The byte at which the next record begins.
    private(set) var offset: Int
    /// The fields of the record read last; the array is reused from record to record.
    private(set) var fields: [CSVField] = []
    /// What is wrong with the record read last, if anything.
    private(set) var fault: CSVFault?
    /// The byte after the furthest one that was looked at to tell where a quoted field ends.
    private(set) var reach = 0

    /// Starts at a byte that begins a record.
    init(_ bytes: ByteView, delimiter: UInt8, offset: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.offset = offset
        fields.reserveCapacity(24)
    }

    /// Starts at the row of a file that names the columns.
    init(atHeaderOf bytes: ByteView) {
        let start = TableStart(of: bytes)
        self.init(bytes, delimiter: start.delimiter, offset: start.header)
    }

    /// Takes up a field of the record; of a record without end only the first ones.
    private mutating func add(_ start: Int, _ end: Int, hasDoubledQuotes: Bool = false) {
        guard fields.count < Self.mostFields else { return }
        fields.append(CSVField(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes))
    }

    /// Reads the next record into ``fields``; false at the end of the file.
    mutating func next() -> Bool {
        guard offset < bytes.count else { return false }
        fields.removeAll(keepingCapacity: true)
        fault = nil
        let quote = UInt8(ascii: "\"")
        var start = offset
        var position = offset
        // The fast path: no quote met before the line ends.
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter {
                add(start, position)
                start = position + 1
            } else if byte <= quote {
                if byte == 0x0A || byte == 0x0D {
                    add(start, position)
                    endLine(at: position)
                    return true
                }
                if byte == quote { return finishWithQuotes(start: start, position: position) }
            }
            position += 1
        }
        add(start, position)
        offset = position
        return true
    }

    /// Steps over the line end at `position`.
    private mutating func endLine(at position: Int) {
        let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
        offset = position + (isPair ? 2 : 1)
    }

    /// Reads the rest of a record in which a quote was met.
    private mutating func finishWithQuotes(start first: Int, position met: Int) -> Bool {
        var start = first
        var position = met
        while true {
            if position == start, bytes[position] == UInt8(ascii: "\"") {
                guard let end = readQuoted(from: position) else { return true }
                position = end
            } else {
                position = readPlain(from: position, start: start)
            }
            guard position < bytes.count else { break }
            guard bytes[position] == delimiter else {
                endLine(at: position)
                return true
            }
            position += 1
            start = position
            if position == bytes.count {
                add(start, start)
                break
            }
        }
        offset = bytes.count
        return true
    }

    /// Reads an unquoted field and returns the place of the delimiter or line end after it.
    private mutating func readPlain(from first: Int, start: Int) -> Int {
        var position = first
        while !endsField(at: position) {
            if bytes[position] == UInt8(ascii: "\""), fault == nil { fault = .strayQuote(position) }
            position += 1
        }
        add(start, position)
        return position
    }

    /// Reads a quoted field and returns the place of the delimiter or line end after it; nil when it never closes.
    ///
    /// A quote that never closes ends at its own line, so that the rows below are still read. A quote in a later line
    /// closes it only where the field can end; a text that goes on after it shows that it opens a field of its own.
    private mutating func readQuoted(from quote: Int) -> Int? {
        var position = quote + 1
        var hasDoubledQuotes = false
        var hasLineEnd = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                guard position + 1 < bytes.count, bytes[position + 1] == byte else {
                    if hasLineEnd, !endsField(at: position + 1) { break }
                    return closeQuoted(quote, at: position, hasDoubledQuotes)
                }
                hasDoubledQuotes = true
                position += 1
            } else if byte == 0x0A || byte == 0x0D {
                hasLineEnd = true
            }
            position += 1
        }
        reach = max(reach, position + 2)
        fault = .unclosedQuote(quote)
        position = quote
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        if position < bytes.count { endLine(at: position) } else { offset = position }
        return nil
    }

    /// Whether a delimiter, a line end or the end of the file stands at `position`.
    private func endsField(at position: Int) -> Bool {
        guard position < bytes.count else { return true }
        return bytes[position] == delimiter || bytes[position] == 0x0A || bytes[position] == 0x0D
    }

    private mutating func closeQuoted(_ quote: Int, at closing: Int, _ hasDoubledQuotes: Bool) -> Int {
        add(quote + 1, closing, hasDoubledQuotes: hasDoubledQuotes)
        var position = closing + 1
        while !endsField(at: position) {
            if fault == nil { fault = .strayQuote(position) }
            position += 1
        }
        return position
    }

    /// Whether the record read last is an empty line, or one of delimiters alone as spreadsheets leave behind.
    var isBlank: Bool {
        fault == nil && fields.allSatisfy { bytes.part($0.bytes).isBlank }
    }

    /// A text as it is written in the place of a field of the record read last: in quotes where it needs them.
    func written(_ text: String, inPlaceOf field: CSVField) -> String {
        let quote = UInt8(ascii: "\"")
        let isQuoted = field.start > 0 && bytes[field.start - 1] == quote
        let needsQuotes = text.utf8.contains { $0 == delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D }
        guard isQuoted || needsQuotes else { return text }
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return isQuoted ? doubled : "\"\(doubled)\""
    }

    /// The text of a field of the record read last.
    func text(_ field: CSVField) -> String { field.text(in: bytes) }
}

extension Sequence<UInt8> {
    /// Whether there are spaces and tabs at most.
    var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}

extension CSVField {
    /// The field's text in its file; bytes that are no UTF-8 become U+FFFD.
    func text(in bytes: ByteView) -> String {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let plain = hasDoubledQuotes ? text.replacingDoubledQuotes() : text
        // An export has put the apostrophe before what a spreadsheet would take for a formula.
        guard plain.utf8.first == UInt8(ascii: "'"), plain.utf8.count > 2 else { return plain }
        return plain.utf8.dropFirst().first.map("=+-@\t\r".utf8.contains) == true ? String(plain.dropFirst()) : plain
    }
}

extension String {
    /// The text with every `""` made one `"`.
    fileprivate func replacingDoubledQuotes() -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        var isSecond = false
        for scalar in unicodeScalars {
            isSecond = scalar == "\"" && !isSecond
            if !isSecond { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
