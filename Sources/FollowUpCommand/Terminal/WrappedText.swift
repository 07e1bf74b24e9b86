import TerminalText

extension String {
    /// The text in lines of at most `width` terminal cells, broken at spaces, and inside a word only where it alone is
    /// wider; line breaks stay.
    ///
    /// - Returns: visible lines, at least one.
    func wrapped(toTerminalWidth width: Int) -> [String] {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.flatMap { paragraph in
            Self.wrappedParagraph(paragraph.madeVisible, width: max(1, width))
        }
    }

    /// The text in lines of at most `width` terminal cells; where two spaces divide it into items, as in a key to signs,
    /// an item is broken only when it alone is wider.
    func wrappedByItems(toTerminalWidth width: Int) -> [String] {
        let items = split(separator: "  ")
        guard items.count > 1, terminalWidth > width else { return wrapped(toTerminalWidth: width) }
        var lines: [String] = []
        for item in items {
            if let last = lines.last, last.terminalWidth + 2 + String(item).terminalWidth <= width {
                lines[lines.count - 1] = last + "  " + item
            } else {
                lines += String(item).wrapped(toTerminalWidth: width)
            }
        }
        return lines
    }

    /// The text on one visible line, its line breaks and tabs as spaces.
    var onOneLine: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return madeVisible }
        let breaks: Set<Character> = ["\n", "\r\n", "\r", "\t"]
        return String(map { breaks.contains($0) ? " " : $0 }).madeVisible
    }

    private static func wrappedParagraph(_ text: String, width: Int) -> [String] {
        if text.terminalWidth <= width { return [text] }
        var lines: [String] = []
        var (line, room) = ("", width)
        func endLine() {
            lines.append(line)
            (line, room) = ("", width)
        }
        for word in text.split(separator: " ") {
            let wordWidth = word.terminalWidth
            if !line.isEmpty {
                if wordWidth + 1 <= room {
                    line += " "
                    room -= 1
                } else {
                    endLine()
                }
            }
            if wordWidth <= room {
                line += word
                room -= wordWidth
                continue
            }
            for character in word {
                if character.terminalWidth > room, !line.isEmpty { endLine() }
                line.append(character)
                room -= character.terminalWidth
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
