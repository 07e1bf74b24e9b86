import SystemIO
import Testing

/// The examples of FIPS 180-4 and of the NIST, and every length around the end of a block.
@Suite struct SHA256Tests {
    private func hash(_ bytes: [UInt8]) -> String {
        // In pieces of 1, 2, 3 … bytes it is the same as at once.
        var (pieces, start, length) = (SHA256(), 0, 1)
        while start < bytes.count {
            let end = min(bytes.count, start + length)
            pieces.add(bytes.span.extracting(start..<end))
            (start, length) = (end, length + 1)
        }
        let whole = SHA256.hash(bytes)
        #expect(pieces.digits == whole)
        #expect(SHA256.hash(FileBytes(bytes)) == whole)
        return whole
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func hashes(_ text: String, _ expected: String) { #expect(hash(Array(text.utf8)) == expected) }

    @Test func hashesAMillionLetters() {
        #expect(
            hash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// The hash of the hashes of 0 to 130 zero bytes, as Python's hashlib gives it.
    @Test func everyLengthIsPadded() {
        let all = (0...130).map { hash([UInt8](repeating: 0, count: $0)) }.joined()
        #expect(hash(Array(all.utf8)) == "54e76fce7077001577d4cd003983a26b89611ab84dce9950b9aaf77133a69f94")
    }
}
