import CByteScan
package import SystemIO

/// Splits the plain records of a CSV file: those without quotes and with as many fields as the header.
///
/// This is the fast path for reports. Sixty-four bytes are compared at once with all the bytes that can end a field,
/// which gives a word with one bit for each of them; from there on the work is one step a field, not one a byte. A
/// record in which a quote is met, or whose number of fields is another one, is called odd: it is left to
/// ``CSVScanner``, which knows RFC 4180 in full, and ``seek(to:)`` goes on after it.
struct RecordSplitter {
    /// What was found at a place where a record begins.
    enum Found {
        /// A plain record; its fields end where `ends` says.
        case record
        /// Something that needs a closer look.
        case odd
        /// The end of the file.
        case end
    }

    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private let fieldCount: Int
    /// The byte at which the next record begins.
    private(set) var offset: Int
    /// Whether a byte that is not ASCII may stand in the record found last, or near it.
    private(set) var mayHoldHighBytes = false
    /// Where the block begins whose marks are at hand.
    private var block: Int
    /// The marks of the block that have not been met yet.
    private var marks: UInt64 = 0
    private var blockHasHighBytes = false

    /// Calls `body` with room for the ends of so many fields.
    @inline(__always)
    static func withEnds(ofFields count: Int, _ body: (UnsafeMutableBufferPointer<Int>) -> Void) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: count, body)
    }

    /// Starts at a byte that begins a record.
    init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, fieldCount: Int, offset: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.fieldCount = fieldCount
        self.offset = offset
        block = offset
        seek(to: offset)
    }

    /// Goes on at a byte that begins a record.
    mutating func seek(to place: Int) {
        offset = place
        block = place
        look()
    }

    /// Goes on after the line ends that stand at ``offset``, up to a byte; false where there are none.
    mutating func skipLineEnds(before end: Int) -> Bool {
        var place = offset
        while place < end, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
        guard place > offset else { return false }
        seek(to: place)
        return true
    }

    /// Looks at the 64 bytes from `block` on; of the file's last ones at a copy, filled up with blanks.
    @inline(__always)
    private mutating func look() {
        let found: ByteScanBlock
        if block + 64 <= bytes.count, let base = bytes.baseAddress {
            found = byte_scan_block(base.advanced(by: block).assumingMemoryBound(to: UInt8.self), delimiter)
        } else {
            found = lastBlock()
        }
        marks = found.marks
        blockHasHighBytes = found.high != 0
    }

    private func lastBlock() -> ByteScanBlock {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { copy in
            copy.initializeMemory(as: UInt8.self, repeating: 0x20)
            if block < bytes.count { copy.copyBytes(from: bytes[block...]) }
            guard let base = copy.baseAddress else { return ByteScanBlock() }
            return byte_scan_block(base.assumingMemoryBound(to: UInt8.self), delimiter)
        }
    }

    /// The next byte that ends a field or needs care; the end of the file where there is none.
    @inline(__always)
    private mutating func nextMark() -> Int {
        while marks == 0 {
            block += 64
            if block >= bytes.count { return bytes.count }
            look()
            mayHoldHighBytes = mayHoldHighBytes || blockHasHighBytes
        }
        let mark = block + marks.trailingZeroBitCount
        marks &= marks &- 1
        return mark
    }

    /// Finds the record at ``offset`` and writes where its fields end; each begins a byte after the end before it.
    @inline(__always)
    mutating func next(_ ends: UnsafeMutableBufferPointer<Int>) -> Found {
        guard offset < bytes.count else { return .end }
        mayHoldHighBytes = blockHasHighBytes
        for field in 0..<fieldCount - 1 {
            let mark = nextMark()
            guard mark < bytes.count, bytes[mark] == delimiter else { return .odd }
            ends[field] = mark
        }
        let mark = nextMark()
        ends[fieldCount - 1] = mark
        guard mark < bytes.count else {
            offset = mark
            return .record
        }
        switch bytes[mark] {
        case 0x0A: offset = mark + 1
        case 0x0D:
            let isPair = mark + 1 < bytes.count && bytes[mark + 1] == 0x0A
            offset = mark + (isPair ? 2 : 1)
            if isPair { _ = nextMark() }
        default: return .odd
        }
        return .record
    }
}

/// How many records stand below the header of a CSV file, split as report files are: plain ones by the fast way.
package struct RecordCount: Hashable, Sendable {
    /// Records without quotes and with as many fields as the header.
    package private(set) var plain = 0
    /// All others, empty lines among them.
    package private(set) var odd = 0

    /// Counts the records of a file.
    package init(of bytes: FileBytes) {
        var header = CSVScanner(atHeaderOf: bytes.view)
        guard header.next() else { return }
        RecordSplitter.withEnds(ofFields: header.fields.count) { ends in
            var splitter = RecordSplitter(
                bytes.view.unsafeBytes, delimiter: header.delimiter, fieldCount: ends.count, offset: header.offset)
            while true {
                let record = splitter.offset
                switch splitter.next(ends) {
                case .end: return
                case .record: plain += 1
                case .odd:
                    odd += 1
                    var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: record)
                    _ = scanner.next()
                    splitter.seek(to: scanner.offset)
                }
            }
        }
    }
}
