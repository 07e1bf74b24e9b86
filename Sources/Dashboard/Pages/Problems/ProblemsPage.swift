package import Diagnostics
import FollowUpModel
import Localization

/// What is wrong with the files, as `followup check` tells it.
struct ProblemsPage: PageView {
    /// One problem.
    struct Problem: Codable, Sendable {
        var severity: String
        var severityName: String
        var code: String
        var message: String
        /// File, line and column.
        var place: String?
        var help: String?
    }

    var page: Frame
    var problems: [Problem]
    var hasProblems: Bool
    var count: String
}

/// One problem of the files, in words that are the same in all languages.
package struct FileProblem: Codable, Hashable, Sendable {
    /// The severity: `error`, `warning` or `note`.
    package var severity: String
    /// The name of the kind of problem.
    package var code: String
    /// What is wrong.
    package var message: String
    /// The file, below the folder of the workspace; nil where the problem has no place.
    package var file: String?
    /// The line, from 1.
    package var line: Int?
    /// The column, from 1.
    package var column: Int?
    /// Advice.
    package var help: String?

    /// Describes a diagnostic.
    package init(_ diagnostic: Diagnostic, in sources: SourceMap) {
        severity = diagnostic.severity.rawValue
        code = diagnostic.code.name
        message = sources.belowFolder(diagnostic.message)
        file = diagnostic.range.map { sources.pathBelowFolder(of: sources[$0.file]) }
        line = diagnostic.range.map { Int($0.start.line) }
        column = diagnostic.range.map { Int($0.start.column) }
        help = (diagnostic.help ?? diagnostic.fixIts.first?.summary).map(sources.belowFolder)
    }
}

extension PageBuilder {
    /// The list of what is wrong with the files.
    package func problems(_ problems: [FileProblem]) -> any PageView {
        let list = problems.map { problem in
            ProblemsPage.Problem(
                severity: problem.severity,
                severityName: Severity(rawValue: problem.severity).map { texts[$0] }
                    ?? problem.severity, code: problem.code, message: problem.message,
                place: problem.file.map { file in
                    [file, problem.line.map(String.init), problem.column.map(String.init)].compactMap(\.self)
                        .joined(separator: ":")
                }, help: problem.help)
        }
        return ProblemsPage(
            page: frame(texts[.problems], summary: texts[.problemsSummary]), problems: list, hasProblems: !list.isEmpty,
            count: texts[.problemCount, count: list.count])
    }
}
