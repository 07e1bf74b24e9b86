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
        /// For what stands out without being good or bad.
        case magenta = 35
        /// For notes.
        case cyan = 36
    }

    /// The colour; nil for the terminal's own.
    public var colour: Colour?
    /// Whether the text is bold.
    public var isBold: Bool
    /// Whether the text is dim.
    public var isDim: Bool
    /// Whether the text is underlined.
    public var isUnderlined: Bool

    /// Makes a style; without arguments, the plain one.
    public init(_ colour: Colour? = nil, bold: Bool = false, dim: Bool = false, underlined: Bool = false) {
        self.colour = colour
        isBold = bold
        isDim = dim
        isUnderlined = underlined
    }

    /// Text as it is.
    public static let plain = Self()
    /// Bold text.
    public static let bold = Self(bold: true)
    /// Dim text.
    public static let dim = Self(dim: true)

    /// The text between the escape sequences that switch the style on and off; the text alone where the style is plain,
    /// the text is empty or `enabled` is false.
    public func applied(to text: String, enabled: Bool = true) -> String {
        guard enabled, self != .plain, !text.isEmpty else { return text }
        var codes: [String] = []
        if isBold { codes.append("1") }
        if isDim { codes.append("2") }
        if isUnderlined { codes.append("4") }
        if let colour { codes.append(String(colour.rawValue)) }
        return "\u{1B}[" + codes.joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }
}
