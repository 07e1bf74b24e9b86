extension String {
    /// Whether it is a language's tag by BCP 47: two or three small letters, then such as `-BR` or `-Hant`.
    package var isLanguageTag: Bool {
        let letters = utf8.prefix { (0x61...0x7A).contains($0) }
        guard (2...3).contains(letters.count) else { return false }
        let rest = utf8.dropFirst(letters.count)
        return rest.isEmpty
            || rest.first == UInt8(ascii: "-")
                && rest.dropFirst().split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy {
                    (1...8).contains($0.count)
                        && $0.allSatisfy { byte in
                            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                        }
                }
    }
}
