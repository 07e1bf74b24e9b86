import Diagnostics
import SystemIO

extension TreeBuilder {
    /// Warns of a text that holds what can't be seen, that a comment cuts, or that is longer than texts are.
    mutating func checkText(_ bytes: UnsafeBufferPointer<UInt8>, _ style: YAMLStyle, _ start: Mark, _ end: Mark) {
        let isOneLine = start.line == end.line && style != .literal && style != .folded
        if let hidden = UnsafeRawBufferPointer(bytes).firstHidden {
            let shown = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !$0.isHidden }
            let fix = isOneLine && !shown.isEmpty ? FixIt.replace(range(start, end), with: String(shown).asYAML) : nil
            diagnostics.append(.hiddenCharacter(hidden, at: range(start, end), fix: fix))
        }
        if bytes.count > YAMLLimits.textLength {
            diagnostics.append(
                .warning(
                    .longText, at: range(start, end),
                    "the text has \(bytes.count) bytes, more than any text should need"))
        }
        if mayBeCut, style == .plain { checkCut(bytes, start, end) }
    }

    private mutating func checkCut(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Mark, _ end: Mark) {
        let isWord =
            !bytes.says(("true" as StaticString).utf8Buffer) && !bytes.says(("false" as StaticString).utf8Buffer)
        guard isWord, bytes.contains(where: { $0 >= 0x80 || ("a"..."z").contains(Unicode.Scalar($0 | 0x20)) }) else {
            return
        }
        let offset = text.offset(of: end)
        guard offset + 1 < text.bytes.count, text.bytes[offset] == 0x20, text.bytes[offset + 1] == UInt8(ascii: "#")
        else {
            return
        }
        let whole = range(start, text.endOfLine(end.line))
        var fixes = [FixIt("set the comment off", edits: [TextEdit(range: range(end, end), replacement: " ")])]
        if start.line == end.line, !frame.isFlow {
            let written = text.bytes[text.offset(of: start)..<text.offset(of: text.endOfLine(end.line))]
            let edit = TextEdit(range: whole, replacement: String(decoding: written, as: UTF8.self).asYAML)
            fixes.insert(FixIt("put it in quotes", edits: [edit]), at: 0)
        }
        diagnostics.append(
            .warning(
                .commentInText, at: whole, "what follows ' #' is a comment; put the text in quotes", fixIts: fixes,
                help: "a comment that is meant as one stands off by two blanks"))
    }
}

extension SourceText {
    /// Whether a comment stands after something else, set off by a single blank.
    var mayCutTexts: Bool {
        var place = 0
        while let sign = bytes.firstPlace(of: UInt8(ascii: "#"), from: place) {
            if sign > 1, bytes[sign - 1] == 0x20, bytes[sign - 2] > 0x20 { return true }
            place = sign + 1
        }
        return false
    }
}
