internal import CLibYAML
import Diagnostics

/// What libyaml says of a syntax error, in our words.
struct SyntaxProblem {
    var code = DiagnosticCode.yamlSyntax
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil, code: DiagnosticCode = .yamlSyntax) {
        self.message = message
        self.help = help
        self.code = code
    }
}

extension TreeBuilder {
    /// The diagnostic for the error that the parser has stopped at.
    mutating func syntaxDiagnostic(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Diagnostic {
        let state = parser.pointee
        precondition(state.error != YAML_MEMORY_ERROR, "libyaml ran out of memory")
        let problem = state.problem.map { String(cString: $0) } ?? "unknown problem"
        let context = state.context.map { String(cString: $0) } ?? ""
        let mark = Mark(state.problem_mark)
        let begin = Mark(state.context_mark)
        if let unclosed = unclosed(problem, context, at: mark) {
            return .error(
                .yamlSyntax, at: oneColumn(begin), unclosed, help: "close it, or quote the text it belongs to")
        }
        let found = explain(problem, context, at: mark)
        if found.code == .yamlDirective {
            return .directive(range(Mark(line: mark.line, column: 0), text.endOfLine(mark.line)))
        }
        if problem == "could not find expected ':'" {
            let place = range(begin, max(begin, text.endOfLine(begin.line)))
            return .error(found.code, at: place, found.message, help: found.help)
        }
        let start = oneColumn(begin)
        let notes = Self.beginnings[context].map { [DiagnosticNote($0, at: start)] } ?? []
        return .error(found.code, at: oneColumn(mark), found.message, notes: notes, help: found.help)
    }

    /// What is said where a quote or a bracket stays open to the end.
    private mutating func unclosed(_ problem: String, _ context: String, at mark: Mark) -> String? {
        if problem == "found unexpected end of stream" || problem == "found unexpected document indicator" {
            return "this quote is never closed"
        }
        let isInBrackets = context == "while parsing a flow mapping" || context == "while parsing a flow sequence"
        return isInBrackets && text.byte(at: mark) == nil ? "this bracket is never closed" : nil
    }

    private mutating func oneColumn(_ mark: Mark) -> SourceRange {
        let mark = text.within(mark)
        return range(mark, Mark(line: mark.line, column: mark.column + 1))
    }

    /// What begins at libyaml's context mark.
    private static let beginnings = [
        "while parsing a block mapping": "the mapping begins here",
        "while parsing a block collection": "the list begins here",
        "while parsing a flow mapping": "the mapping begins here",
        "while parsing a flow sequence": "the list begins here",
        "while scanning a quoted scalar": "the quoted text begins here",
        "while scanning a block scalar": "the block of text begins here",
    ]

    private mutating func explain(_ problem: String, _ context: String, at mark: Mark) -> SyntaxProblem {
        if context.contains("directive") || problem.contains("directive") || problem.contains("incompatible") {
            return SyntaxProblem(
                "directives ('%' at the start of a line) are not read",
                help: "take the line out; quote a text that begins with '%'",
                code: .yamlDirective)
        }
        if context.contains(" tag") || problem == "found undefined tag handle" {
            return SyntaxProblem(
                "tags ('!' before a value) are not read", help: "take the tag out; quote a text that begins with '!'",
                code: .explicitTag)
        }
        if problem.contains("tab character") || text.byte(at: mark) == 0x09 {
            return SyntaxProblem(
                "a tab can't indent in YAML", help: "use spaces, as many as in the lines around", code: .tabIndentation)
        }
        if problem == "found character that cannot start any token" { return badStart(at: mark) }
        let wantsNode = problem == "did not find expected key" || problem == "did not find expected node content"
        if wantsNode, text.byte(at: mark) == UInt8(ascii: ":") {
            return SyntaxProblem("a key must not be empty", help: "quote a text that begins with ':'", code: .emptyKey)
        }
        return Self.phrases[problem] ?? SyntaxProblem("this is not YAML: \(problem)")
    }

    private mutating func badStart(at mark: Mark) -> SyntaxProblem {
        let sign = text.byte(at: mark).map { String(Unicode.Scalar($0)) } ?? "this"
        return SyntaxProblem("a text can't begin with '\(sign)' without quotes", help: "put the whole text in quotes")
    }

    private static let phrases = [
        "mapping values are not allowed in this context": SyntaxProblem(
            "a ':' followed by a space can't stand here",
            help: "put a text that contains ': ' in quotes; if this is a key, check its indentation"),
        "could not find expected ':'": SyntaxProblem(
            "a key must be followed by ':' on its own line",
            help: "write 'key: value', or indent the line if it belongs to the text above"),
        "did not find expected key": SyntaxProblem(
            "expected a key here", help: "check the indentation of this line and the quotes in the one above"),
        "did not find expected '-' indicator": SyntaxProblem(
            "expected '-' and the next item of the list", help: "check the indentation of this line"),
        "block sequence entries are not allowed in this context": SyntaxProblem(
            "a list item can't stand here", help: "begin the list on a line of its own"),
        "did not find expected ',' or ']'": SyntaxProblem("expected ',' or ']' to go on with the list"),
        "did not find expected ',' or '}'": SyntaxProblem("expected ',' or '}' to go on with the mapping"),
        "did not find expected node content": SyntaxProblem("expected a value here"),
        "did not find expected <document start>": SyntaxProblem(
            "this doesn't belong to what stands above", help: "check the indentation and the quotes of the line above"),
        "found unknown escape character": SyntaxProblem(
            "there is no such escape in double quotes", help: "write '\\\\' for a backslash, or use single quotes"),
        "did not find expected hexdecimal number": SyntaxProblem(
            "'\\x', '\\u' and '\\U' need 2, 4 or 8 hexadecimal digits after them"),
        "found invalid Unicode character escape code": SyntaxProblem("the escape names no Unicode character"),
        "did not find expected comment or line break": SyntaxProblem(
            "only a comment may follow on this line", help: "begin the text on the next line, indented"),
        "found an indentation indicator equal to 0": SyntaxProblem("the number after '|' or '>' must be 1 to 9"),
        "found unexpected ':'": SyntaxProblem("a ':' can't stand here without quotes"),
        "mapping keys are not allowed in this context": SyntaxProblem("a '?' can't stand here without quotes"),
        "did not find expected alphabetic or numeric character": SyntaxProblem(
            "'&' and '*' must be followed by a name", help: "quote a text that begins with '&' or '*'"),
    ]
}
