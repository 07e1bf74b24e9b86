/// How a piece of text looks in a terminal that knows ANSI escape sequences.
public struct TextStyle: Hashable, Sendable {
    /// One of the terminal's own colours, which follow the person's theme.
    public enum Colour: Int, Hashable, Sendable {
        /// For errors and what is bad.
        case red = 31
        /// For what is good and for what would mend a problem.
        case green = 32
        /// For warnings and what is half good.
        case yellow = 33
        /// For frames and line numbers.
        case blue = 34
        /// For notes.
        case cyan = 36
    }

    /// The numbers that switch the style on, by ECMA-48 (SGR).
    private let codes: [Int]

    private init(codes: [Int]) { self.codes = codes }

    /// Makes a style with a colour.
    public init(_ colour: Colour, bold: Bool = false) { codes = (bold ? [1] : []) + [colour.rawValue] }

    /// Text as it is.
    public static let plain = Self(codes: [])
    /// Bold text.
    public static let bold = Self(codes: [1])
    /// Dim text.
    public static let dim = Self(codes: [2])

    /// The text between the escape sequences that switch the style on and off; the text alone where the style is plain,
    /// the text is empty or `enabled` is false.
    public func applied(to text: String, enabled: Bool = true) -> String {
        guard enabled, !codes.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[" + codes.map(String.init).joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }
}
