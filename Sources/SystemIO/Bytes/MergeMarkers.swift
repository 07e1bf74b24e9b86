extension ByteView {
    /// The byte at which a line begins that a program for versions has left where two of them differ, `<<<<<<< `; nil
    /// where there is none.
    package var mergeMarker: Int? {
        var place = 0
        while let sign = firstPlace(of: UInt8(ascii: "<"), from: place) {
            if sign == 0 || self[sign - 1] == 0x0A, part(sign..<count).isMergeMarker { return sign }
            place = sign + 1
        }
        return nil
    }

    /// Whether the bytes begin with a line of such a program, also between and below the versions.
    package var isMergeMarker: Bool {
        guard count >= 7, let first, "<=>|".utf8.contains(first) else { return false }
        let isRow = (0..<7).allSatisfy { self[$0] == first }
        return isRow && (count == 7 || [0x20, 0x0A, 0x0D].contains(self[7]))
    }
}
