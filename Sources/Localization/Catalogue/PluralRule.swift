/// Which of a text's forms goes with a number: the `Plural-Forms` line of a file of texts.
///
/// The rule is an expression of C over the number `n`, such as `n%10==1 && n%100!=11 ? 0 : 1`, as gettext defines it, so
/// that any language works without a change of the program.
public struct PluralRule: Sendable {
    /// How many forms a text has.
    public let formCount: Int
    private let expression: Expression

    /// One form for one, another for all else; the rule of English.
    public static let english = PluralRule(
        formCount: 2, expression: .binary(Operator(sign: "!=", binding: 3) { $0 == $1 ? 0 : 1 }, .number, .constant(1)))

    private init(formCount: Int, expression: Expression) {
        self.formCount = formCount
        self.expression = expression
    }

    /// Reads a rule such as `nplurals=2; plural=(n != 1);`; nil for one that is broken.
    public init?(_ header: String) {
        var (count, expression): (Int?, Expression?)
        for part in header.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            switch sides[0].filter({ !$0.isWhitespace }) {
            case "nplurals": count = Int(sides[1].filter { !$0.isWhitespace })
            case "plural":
                var parser = PluralParser(sides[1])
                expression = parser.whole()
            default: continue
            }
        }
        guard let count, (1...10).contains(count), let expression else { return nil }
        self.init(formCount: count, expression: expression)
    }

    /// The place of the form for a number, from 0; the last form where the rule names one that isn't there.
    public func form(for count: Int) -> Int {
        let form = expression.value(for: Int(clamping: count.magnitude))
        return (0..<formCount).contains(form) ? form : formCount - 1
    }

    /// An expression of C over one number.
    indirect enum Expression: Sendable {
        case number
        case constant(Int)
        case not(Expression)
        case binary(Operator, Expression, Expression)
        case choice(Expression, Expression, Expression)

        func value(for number: Int) -> Int {
            switch self {
            case .number: number
            case .constant(let value): value
            case .not(let inner): inner.value(for: number) == 0 ? 1 : 0
            case .choice(let condition, let yes, let no):
                condition.value(for: number) == 0 ? no.value(for: number) : yes.value(for: number)
            case .binary(let sign, let left, let right):
                sign.value(left.value(for: number), right.value(for: number))
            }
        }
    }

    /// An operator with two sides: how it is written, how tightly it binds, as in C, and what it gives.
    struct Operator: Sendable {
        var sign: String
        var binding: Int
        var value: @Sendable (Int, Int) -> Int

        /// All of them, those of two signs first; what C leaves open is nothing here, so that no file can stop the program.
        static let all = [
            Operator(sign: "||", binding: 1) { $0 != 0 || $1 != 0 ? 1 : 0 },
            Operator(sign: "&&", binding: 2) { $0 != 0 && $1 != 0 ? 1 : 0 },
            Operator(sign: "==", binding: 3) { $0 == $1 ? 1 : 0 },
            Operator(sign: "!=", binding: 3) { $0 != $1 ? 1 : 0 },
            Operator(sign: "<=", binding: 4) { $0 <= $1 ? 1 : 0 },
            Operator(sign: ">=", binding: 4) { $0 >= $1 ? 1 : 0 },
            Operator(sign: "<", binding: 4) { $0 < $1 ? 1 : 0 },
            Operator(sign: ">", binding: 4) { $0 > $1 ? 1 : 0 },
            Operator(sign: "+", binding: 5) { $0 &+ $1 },
            Operator(sign: "-", binding: 5) { $0 &- $1 },
            Operator(sign: "*", binding: 6) { $0 &* $1 },
            Operator(sign: "/", binding: 6) { $1 == 0 ? 0 : $0.dividedReportingOverflow(by: $1).partialValue },
            Operator(sign: "%", binding: 6) {
                $1 == 0 ? 0 : $0.remainderReportingOverflow(dividingBy: $1).partialValue
            },
        ]
    }
}

/// Reads the expression of a plural rule.
struct PluralParser {
    private var rest: Substring
    private var depth = 0

    init(_ text: Substring) { rest = text }

    /// The expression, where nothing follows it; nil for anything else.
    mutating func whole() -> PluralRule.Expression? {
        guard let expression = choice() else { return nil }
        skipSpaces()
        return rest.isEmpty ? expression : nil
    }

    private mutating func choice() -> PluralRule.Expression? {
        // Far more than any language needs, and far less than a stack holds.
        guard depth < 50 else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard let condition = binary(from: 1) else { return nil }
        guard take("?") else { return condition }
        guard let yes = choice(), take(":"), let no = choice() else { return nil }
        return .choice(condition, yes, no)
    }

    private mutating func binary(from binding: Int) -> PluralRule.Expression? {
        guard var left = single() else { return nil }
        while let sign = nextOperator(), sign.binding >= binding {
            rest.removeFirst(sign.sign.count)
            guard let right = binary(from: sign.binding + 1) else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func single() -> PluralRule.Expression? {
        if take("n") { return .number }
        if take("(") {
            guard let inner = choice(), take(")") else { return nil }
            return inner
        }
        if take("!") {
            guard depth < 50 else { return nil }
            depth += 1
            defer { depth -= 1 }
            return single().map { .not($0) }
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits) else { return nil }
        rest.removeFirst(digits.count)
        return .constant(value)
    }

    /// The operator that follows.
    private mutating func nextOperator() -> PluralRule.Operator? {
        skipSpaces()
        return PluralRule.Operator.all.first { rest.hasPrefix($0.sign) }
    }

    private mutating func take(_ sign: Character) -> Bool {
        skipSpaces()
        guard rest.first == sign else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipSpaces() { rest = rest.drop { $0.isWhitespace } }
}
