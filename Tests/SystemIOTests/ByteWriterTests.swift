import SystemIO
import Testing

@Suite struct ByteWriterTests {
    /// Pieces of many lengths, so that the memory has to grow between and within them.
    @Test func itHoldsWhatAnArrayWould() {
        var writer = ByteWriter(capacity: 0)
        var expected: [UInt8] = []
        for length in [0, 1, 63, 1, 64, 65, 0, 200, 1, 4000, 7, 100_000] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
            writer.append(piece)
            expected += piece
            writer.append(UInt8(truncatingIfNeeded: length))
            expected.append(UInt8(truncatingIfNeeded: length))
            let text = String(repeating: "ñ", count: length % 90)
            writer.append(text)
            expected += text.utf8
            #expect(writer.count == expected.count)
        }
        #expect(writer.bytes == expected)
        #expect(writer.withBytes { $0.elementsEqual(expected) })
    }

    @Test(arguments: [0, 1, -1, 9, 10, 1234, -1200, 1_000_000_007, Int.max, Int.min])
    func itWritesNumbersInDecimal(_ number: Int) {
        var writer = ByteWriter()
        writer.append("<")
        writer.append(decimal: number)
        writer.append(UInt8(ascii: ">"))
        #expect(writer.text == "<\(number)>")
    }

    @Test func itForgetsWhatIsTakenBack() {
        var writer = ByteWriter()
        writer.append(String(repeating: "old", count: 1000))
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
        writer.append("new")
        #expect(writer.text == "new")
    }
}
