extension Character {
    /// The number of terminal cells that the character takes once it is made visible: 0, 1 or 2, more for `<U+202E>`.
    ///
    /// East Asian wide characters and emoji take two cells, combining marks none. Flags, keycaps, skin tones, sequences
    /// with a zero-width joiner and anything followed by the emoji variation selector are one emoji. A character that
    /// ``visibleForm`` spells out is as wide as its spelling.
    public var terminalWidth: Int {
        if utf8.count == 1 { return 1 }
        if let visibleForm { return visibleForm.unicodeScalars.count }
        var scalars = unicodeScalars.makeIterator()
        guard let first = scalars.next() else { return 0 }
        var width = first.terminalWidth
        var isEmoji = false
        while let scalar = scalars.next() {
            width += scalar.terminalWidth
            isEmoji = isEmoji || first.startsEmoji(joinedBy: scalar)
        }
        return isEmoji ? 2 : width
    }

    /// How a terminal shows the character where it would otherwise be invisible or steer the terminal; nil where the
    /// character shows itself.
    ///
    /// Controls become their pictures (`␛`); separators, lone format characters, such as zero-width spaces and changes
    /// of direction, and controls without a picture become `<U+202E>`.
    public var visibleForm: String? {
        guard let first = unicodeScalars.first else { return nil }
        if utf8.count == 1, 0x20..<0x7F ~= first.value { return nil }
        let count = unicodeScalars.count
        if first == "\r", count == 2 { return "\u{240D}\u{240A}" }
        guard count == 1 else { return nil }
        switch first.value {
        case 0x00..<0x20: return Unicode.Scalar(0x2400 + first.value).map { String(Character($0)) }
        case 0x7F: return "\u{2421}"
        default: break
        }
        switch first.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            let hex = String(first.value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: Swift.max(0, 4 - hex.utf8.count)) + hex + ">"
        default: return nil
        }
    }
}

extension StringProtocol {
    /// The number of terminal cells that the text takes on one line once it is made visible; a tab counts as one.
    public var terminalWidth: Int {
        var width = 0
        for byte in utf8 {
            guard byte < 0x80, byte != 0x0D else { return reduce(0) { $0 + $1.terminalWidth } }
            width += 1
        }
        return width
    }

    /// The text with everything spelt out that would steer a terminal or not be seen, on one line.
    public var madeVisible: String {
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return String(self) }
        var visible = ""
        for character in self {
            if let form = character.visibleForm { visible += form } else { visible.append(character) }
        }
        return visible
    }

    /// The text, or as much of its beginning as fits `width` cells together with a closing `…`.
    ///
    /// - Returns: at most `width` cells; empty where `width` is below 1.
    public func truncated(toTerminalWidth width: Int, ellipsis: Character = "…") -> String {
        if terminalWidth <= width { return String(self) }
        guard width >= ellipsis.terminalWidth else { return "" }
        var kept = ""
        var room = width - ellipsis.terminalWidth
        for character in self {
            room -= character.terminalWidth
            if room < 0 { break }
            kept.append(character)
        }
        return kept + String(ellipsis)
    }
}

extension Unicode.Scalar {
    /// The cells of the code point alone.
    fileprivate var terminalWidth: Int {
        if value < 0x300 { return 1 }
        if isZeroWidth { return 0 }
        if isRegionalIndicator { return 1 }
        return isWide || properties.isEmojiPresentation ? 2 : 1
    }

    /// Whether this code point and a later one of the same character make one emoji, two cells wide.
    fileprivate func startsEmoji(joinedBy scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0F: properties.isEmoji
        case 0x200D, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: value > 0x7F && properties.isEmoji
        default: isRegionalIndicator && scalar.isRegionalIndicator
        }
    }

    private var isRegionalIndicator: Bool { 0x1F1E6...0x1F1FF ~= value }

    private var isZeroWidth: Bool {
        // The later parts of a Hangul syllable stand inside the cells of its first part.
        if 0x1160...0x11FF ~= value || 0xD7B0...0xD7FF ~= value { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }

    private var isWide: Bool {
        if value < 0x1100 { return false }
        var (low, high) = (0, wideRanges.count)
        while low < high {
            let middle = (low + high) / 2
            let range = wideRanges[middle]
            if value > range.upperBound {
                low = middle + 1
            } else if value < range.lowerBound {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}

/// The East Asian scripts and symbols that take two cells, in order; emoji are known by their own property.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul, first parts
    0x2329...0x232A,  // angle brackets
    0x2630...0x2637, 0x268A...0x268F,  // trigrams, digrams
    0x2E80...0x303E,  // radicals, ideographic punctuation
    0x3041...0x3247,  // kana, Bopomofo, Hangul letters, enclosed letters
    0x3250...0x4DFF, 0x4E00...0xA4CF,  // ideographs, Yi
    0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,  // compatibility forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full width
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, Kana, Nüshu
    0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x2FFFD, 0x30000...0x3FFFD,  // ideographs
]
