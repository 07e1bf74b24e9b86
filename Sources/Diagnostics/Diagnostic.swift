/// How bad a diagnostic is.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Remarks that ask for nothing.
    case note
    /// The data can be used, yet somebody should look.
    case warning
    /// The data can't be used as it stands.
    case error

    /// Orders from note to error.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
}

/// The name of one kind of problem, with the long explanation that stands behind it.
///
/// Codes are compared by name. Each target that raises diagnostics declares its codes as static members and lists
/// them in one array, so that tests can hold every code against its explanation and its fixture.
public struct DiagnosticCode: Hashable, Sendable {
    /// The stable name, in kebab case, such as `unknown-country`.
    public let name: String
    /// What it means, where that stands in no file of the program.
    private let own: CodeTexts.Entry?

    /// What it means, in one line.
    public var summary: String { text.summary }
    /// Why it is a problem, an example, and how to mend it, in plain paragraphs.
    public var explanation: String { text.explanation }

    /// Declares a code of the program, whose meaning stands in the file `Codes.md` of its target.
    package init(_ name: String) {
        self.name = name
        own = nil
    }

    /// Declares a code with its meaning.
    public init(_ name: String, summary: String, explanation: String) {
        self.name = name
        own = CodeTexts.Entry(name: name, summary: summary, explanation: explanation)
    }

    /// The codes of a target of the program, in the order of its file `Codes.md`.
    package static func codes(of target: String) -> [DiagnosticCode] {
        (CodeTexts.shipped[target]?.entries ?? []).map { DiagnosticCode($0.name) }
    }

    private var text: CodeTexts.Entry {
        guard let text = own ?? CodeTexts.byName[name] else {
            preconditionFailure("the code \(name) has no entry in the file Codes.md of its target")
        }
        return text
    }

    /// Two codes are the same when their names are.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    /// Hashes the name only.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One edit of a text: the range to take out and what to put there.
public struct TextEdit: Hashable, Sendable {
    /// The range to replace; empty to insert.
    public var range: SourceRange
    /// The new text.
    public var replacement: String

    /// Makes an edit.
    public init(range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

/// A way to mend a problem: what it does, in words, and the edits that do it.
public struct FixIt: Hashable, Sendable {
    /// What the fix does, as "replace with 'complete'".
    public var summary: String
    /// The edits, none of them overlapping.
    public var edits: [TextEdit]

    /// Makes a fix from its summary and edits.
    public init(_ summary: String, edits: [TextEdit]) {
        self.summary = summary
        self.edits = edits
    }

    /// The fix that puts `replacement` in the place of `range`.
    public static func replace(_ range: SourceRange, with replacement: String) -> Self {
        Self("replace with '\(replacement)'", edits: [TextEdit(range: range, replacement: replacement)])
    }
}

/// A remark that belongs to a diagnostic, with or without a place of its own.
public struct DiagnosticNote: Hashable, Sendable {
    /// The remark, as one phrase.
    public var message: String
    /// Where it points, if anywhere.
    public var range: SourceRange?

    /// Makes a note.
    public init(_ message: String, at range: SourceRange? = nil) {
        self.message = message
        self.range = range
    }
}

/// One problem found in what a person wrote: where, what, and how to mend it.
///
/// The message is one phrase without a full stop; it names the rule and quotes the person's own text.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public var severity: Severity
    /// Which kind of problem it is.
    public var code: DiagnosticCode
    /// The phrase that is shown.
    public var message: String
    /// The place; nil when the problem has none, such as a missing file.
    public var range: SourceRange?
    /// Remarks that help to understand.
    public var notes: [DiagnosticNote]
    /// Ways to mend it, best first.
    public var fixIts: [FixIt]
    /// A sentence of advice where no edit can be offered.
    public var help: String?

    /// Makes an error.
    public static func error(
        _ code: DiagnosticCode, at range: SourceRange?, _ message: String, notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = [], help: String? = nil
    ) -> Self {
        Self(severity: .error, code: code, message: message, range: range, notes: notes, fixIts: fixIts, help: help)
    }

    /// Makes a warning.
    public static func warning(
        _ code: DiagnosticCode, at range: SourceRange?, _ message: String, notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = [], help: String? = nil
    ) -> Self {
        Self(severity: .warning, code: code, message: message, range: range, notes: notes, fixIts: fixIts, help: help)
    }

    /// Makes an error of a name that is none of those known; it tells the one that is likely meant.
    ///
    /// - Parameters:
    ///   - help: the advice where no known name is near.
    ///   - fix: how a known name is put in the place of this one; by default the whole range is replaced.
    public static func unknown(
        _ code: DiagnosticCode, _ name: String, at range: SourceRange?, _ message: String,
        known: some Sequence<String>, notes: [DiagnosticNote] = [], help: String? = nil,
        fix: (String) -> FixIt? = { _ in nil }
    ) -> Self {
        guard let near = name.nearest(in: known) else {
            return error(code, at: range, message, notes: notes, help: help)
        }
        let fixIt = fix(near) ?? range.map { .replace($0, with: near) }
        return error(
            code, at: range, message + "; did you mean '\(near)'?", notes: notes, fixIts: fixIt.map { [$0] } ?? [])
    }

    /// Makes an error of something that is written twice, with a note at the first place.
    public static func twice(
        _ code: DiagnosticCode, at range: SourceRange?, _ message: String, first: SourceRange?
    ) -> Self {
        error(code, at: range, message, notes: [DiagnosticNote("it comes first here", at: first)])
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// The diagnostics in their stable order: those without a place first, then by place, then by code and message.
    public func inStableOrder() -> [Diagnostic] {
        sorted { left, right in
            switch (left.range, right.range) {
            case (nil, nil): break
            case (nil, _): return true
            case (_, nil): return false
            case (let a?, let b?) where a != b: return a < b
            default: break
            }
            if left.code.name != right.code.name { return left.code.name < right.code.name }
            return left.message < right.message
        }
    }
}
