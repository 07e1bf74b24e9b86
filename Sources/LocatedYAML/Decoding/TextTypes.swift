public import Diagnostics
public import JSON
import SystemIO

extension YAMLType<String> {
    /// A text of one line that says something.
    public static let text = text(allowsLineBreaks: false)

    /// A text that may have several lines.
    public static let prose = text(allowsLineBreaks: true)

    /// A text that says something; a line break at the very end always may stand.
    private static func text(allowsLineBreaks: Bool) -> Self {
        Self(
            read: { node, context in
                guard let text = scalar(node, in: &context, as: "a text") else { return nil }
                if isBlank(text) {
                    context.report(.emptyValue(node.range, subject: context.subjectName))
                    return nil
                }
                if !allowsLineBreaks, node.withUTF8(hasLineBreak) {
                    context.report(.lineBreak(node, subject: context.subjectName))
                    return nil
                }
                return text
            },
            describe: { _ in
                [
                    "type": ["string", "number", "boolean"],
                    "pattern": allowsLineBreaks ? "[^ \\t\\n]" : "^(?=[^\\n]*[^ \\t\\n])[^\\n]*\\n?$",
                ]
            },
            json: { .string($0) })
    }

    /// Whether nothing of a text can be seen.
    private static func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21..<0x7F).contains(first) { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.isHidden || scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether a line break stands before a text's last character.
    private static func hasLineBreak(_ bytes: Span<UInt8>) -> Bool {
        bytes.indices.dropLast().contains { bytes[$0] == 0x0A }
    }

    /// An id: letters, digits, `.`, `_`, `-` and `/`, the first one a letter or a digit, as `67.2` or `MER-03`.
    public static let identifier = checked(
        pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$", rule: "letters a to z, digits, '.', '_', '-' and '/'",
        acceptsNumbers: true, first: ByteSet.lettersAndDigits, others: identifierBytes)

    /// A name in kebab case: small letters, digits and `-`, the first one a letter, as `norm-incorporation`.
    public static let name = checked(
        pattern: "^[a-z][a-z0-9-]*$", rule: "small letters a to z, digits and '-', a letter first",
        acceptsNumbers: false, first: ByteSet.smallLetters, others: ByteSet.smallLetters.union("0123456789-"))

    private static func checked(
        pattern: String, rule: String, acceptsNumbers: Bool, first: ByteSet, others: ByteSet
    ) -> Self {
        Self(
            read: { node, context in
                guard let text = scalar(node, in: &context, as: "an id") else { return nil }
                if text.utf8.count > YAMLLimits.idLength {
                    context.report(.longIdentifier(node, text))
                    return nil
                }
                if node.withUTF8({ first.leads($0, then: others) }) { return text }
                if text.isEmpty {
                    context.report(.emptyValue(node.range, subject: context.subjectName))
                } else {
                    context.report(
                        .invalidIdentifier(node, text, rule: rule) { $1 ? first.contains($0) : others.contains($0) })
                }
                return nil
            },
            describe: { _ in
                ["type": acceptsNumbers ? ["string", "number"] : "string", "pattern": .string(pattern)]
            },
            json: { .string($0) })
    }

    /// Whether some bytes are an id as ids are documented.
    package static func isIdentifier(_ bytes: Span<UInt8>) -> Bool {
        bytes.count <= YAMLLimits.idLength && ByteSet.lettersAndDigits.leads(bytes, then: identifierBytes)
    }

    private static let identifierBytes = ByteSet.lettersAndDigits.union("._-/")

    /// The text of a scalar, other kinds reported.
    @usableFromInline
    static func scalar(_ node: YAMLNode, in context: inout DecodingContext, as expected: String) -> String? {
        guard node.kind == .scalar else {
            context.report(.wrongKind(node, expected: expected, subject: context.subjectName))
            return nil
        }
        return node.text
    }
}

extension YAMLType {
    /// A value that another target reads from a scalar's text, such as a partial date.
    ///
    /// - Parameters:
    ///   - pattern: a regular expression (ECMA 262, anchored) of what `parse` accepts, for editors.
    ///   - acceptsNumbers: whether an accepted value may look like a number, as the year `2012` does.
    ///   - parse: reads the text; a refusal carries the whole phrase that is shown.
    @inlinable
    public static func custom(
        name: String, code: DiagnosticCode = .invalidValue, pattern: String, description: String,
        examples: [String], acceptsNumbers: Bool = false,
        parse: @escaping @Sendable (String) -> Result<Value, InvalidText>
    ) -> Self {
        Self(
            read: { node, context in
                guard let text = YAMLType<String>.scalar(node, in: &context, as: name) else { return nil }
                switch parse(text) {
                case .success(let value): return value
                case .failure(let reason):
                    context.report(.refused(node, reason, code: code))
                    return nil
                }
            },
            describe: { _ in
                [
                    "description": .string(description), "type": acceptsNumbers ? ["string", "number"] : "string",
                    "pattern": .string(pattern), "examples": .array(examples.map { .string($0) }),
                ]
            })
    }
}

/// Some of the ASCII characters, a bit each.
struct ByteSet: Sendable {
    private var bits: (low: UInt64, high: UInt64) = (0, 0)

    static let smallLetters = ByteSet().union("abcdefghijklmnopqrstuvwxyz")
    static let lettersAndDigits = smallLetters.union("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    /// These characters and more of them.
    func union(_ characters: StaticString) -> ByteSet {
        var result = self
        for byte in characters.utf8Buffer {
            precondition(byte < 0x80, "the set holds ASCII only")
            if byte < 64 { result.bits.low |= 1 << UInt64(byte) } else { result.bits.high |= 1 << UInt64(byte - 64) }
        }
        return result
    }

    @inline(__always) func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 64 ? bits.low : bits.high) >> UInt64(byte & 63) & 1 == 1
    }

    /// Whether a text begins with a character of this set and goes on with those of another one.
    func leads(_ bytes: Span<UInt8>, then others: ByteSet) -> Bool {
        guard !bytes.isEmpty, contains(bytes[0]) else { return false }
        for offset in 1..<bytes.count where !others.contains(bytes[offset]) { return false }
        return true
    }
}
