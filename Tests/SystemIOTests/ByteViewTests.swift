import SystemIO
import Testing

/// The bytes of a file, read one by one.
@Suite struct ByteViewTests {
    /// The standard library's reading is the judge: of random bytes, many of them parts of longer sequences.
    @Test func tellsValidUTF8AndItsLengthsAsTheLibraryDoes() {
        let pieces: [[UInt8]] = [
            Array("a".utf8), Array("ñ".utf8), Array("€".utf8), Array("😀".utf8), Array("plain text".utf8), [0x80],
            [0xC1],
            [0xE0, 0x9F], [0xED, 0xA0], [0xF0, 0x8F], [0xF4, 0x90], [0xF5], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3],
        ]
        var random = FixedRandom(seed: 16)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                pieces[Int.random(in: pieces.indices, using: &random)]
            }
            let view = FileBytes(bytes).view
            #expect(view.isValidUTF8 == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
            let repaired = String(decoding: bytes, as: UTF8.self)
            #expect(bytes.span.scalarCount(in: 0..<bytes.count) == repaired.unicodeScalars.count, "\(bytes)")
            #expect(FileBytes(bytes).text(in: 0..<bytes.count) == repaired)
        }
    }

    @Test func partsBeginAtZeroAndKeepTheirFile() {
        var part = FileBytes("0123456789").view.part(3..<8)
        #expect(Array(part) == Array("34567".utf8))
        part = part.part(1..<3)
        #expect(part.count == 2 && part[0] == UInt8(ascii: "4"))
        #expect(String(decoding: part[1..<2], as: UTF8.self) == "5")
    }

    @Test func findsBytes() {
        let view = FileBytes("a,b,c").view
        #expect(view.firstPlace(of: UInt8(ascii: ","), from: 0) == 1)
        #expect(view.firstPlace(of: UInt8(ascii: ","), from: 2) == 3)
        #expect(view.firstPlace(of: UInt8(ascii: ","), from: 4) == nil)
        #expect(view.firstPlace(of: UInt8(ascii: "a"), from: 5) == nil)
    }
}

/// Numbers that look random and are the same in every run.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
