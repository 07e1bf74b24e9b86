extension Unicode.Scalar {
    /// Whether it can't be seen and has no business in a text: a control, a mark that turns the direction of writing, a
    /// blank without width, a tag.
    package var isHidden: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The first character of some UTF-8 that can't be seen; see ``Swift/Unicode/Scalar/isHidden``.
    package var firstHidden: Unicode.Scalar? {
        var place = 0
        while place < count {
            // Most texts are letters of ASCII: eight bytes in one look, and one by one where any of them isn't. A bit at
            // the top of a byte says that it is below 0x20 or above 0x7E.
            if count - place >= 8 {
                let bytes = loadUnaligned(fromByteOffset: place, as: UInt64.self)
                let other = bytes | (bytes &- 0x2020_2020_2020_2020) | (bytes &+ 0x0101_0101_0101_0101)
                if other & 0x8080_8080_8080_8080 == 0 {
                    place += 8
                    continue
                }
            }
            let byte = self[place]
            // No other lead byte begins one of them.
            guard byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF3 else {
                place += 1
                continue
            }
            let sequence = decodeUTF8(at: place, end: count) { self[$0] }
            if let scalar = sequence.scalar, scalar.isHidden { return scalar }
            place += sequence.length
        }
        return nil
    }
}
