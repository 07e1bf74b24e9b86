import Diagnostics
import FollowUpModel
import Localization
package import Records

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
    var count: String
}

extension PageBuilder {
    /// The list of what is wrong with the files.
    package func problems(_ problems: [DiagnosticRecord]) -> any PageView {
        let list = problems.map { problem in
            ProblemsPage.Problem(
                severity: problem.diagnostic.severity.rawValue, severityName: texts[problem.diagnostic.severity],
                code: problem.diagnostic.code.name, message: problem.message, place: problem.place, help: problem.help)
        }
        return ProblemsPage(
            page: frame(texts[.problems], summary: texts[.problemsSummary]), problems: list,
            count: texts[.problemCount, count: list.count])
    }
}
