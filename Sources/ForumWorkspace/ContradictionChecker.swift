import Diagnostics
import FollowUpModel

/// Warns of reports of one voice that say different things on one day, and of rows that stand twice.
enum ContradictionChecker {
    /// A report, and the first one of its day and voice that it contradicts.
    private typealias Contradiction = (report: ReportIndex, other: ReportIndex)

    static func check(_ forum: LoadedForum) -> [Diagnostic] {
        let (found, twice) = contradictions(in: forum)
        func place(_ report: ReportIndex) -> SourceRange? { forum.texts(of: report).range(of: .status) }
        func list(_ code: DiagnosticCode, _ found: [Contradiction], _ message: (ReportRow) -> String) -> [Diagnostic] {
            // Texts are looked up for those alone that are listed.
            let sorted = found.sorted { $0.report < $1.report }
            return Lint.listed(
                sorted.prefix(Lint.limit + 1).map { report, other in
                    .warning(
                        code, at: place(report), message(forum.reports[report]),
                        notes: [DiagnosticNote("the other report is here", at: place(other))])
                }, of: found.count)
        }
        return list(.contradictingReports, found) { row in
            "another report of the same voice says something else of '\(forum[row.commitment].id)' and "
                + "'\(forum.definition.parties[row.party].id)' on the same day"
        }
            + list(.identicalReports, twice) { _ in "another row says the same, word for word" }
    }

    private static func contradictions(in forum: LoadedForum) -> (found: [Contradiction], twice: [Contradiction]) {
        let (reports, order) = (forum.reports, forum.grouping.order)
        let claims = forum.definition.statusWords.map(\.claim)
        var (found, twice) = ([Contradiction](), [Contradiction]())
        // The first report of each voice and word of the day: however many rows a day has, its words are few.
        var said: [(voice: Voice, status: Int, report: ReportIndex)] = []
        for group in 0..<forum.grouping.groupCount {
            let places = forum.grouping.places(ofGroup: group)
            guard places.count > 1 else { continue }
            var day: PartialDate?
            for row in order[places].map(Int.init) {
                let (mark, report) = (reports.marks[row], ReportIndex(row))
                if day != reports.dates[row] { said.removeAll(keepingCapacity: true) }
                day = reports.dates[row]
                guard mark.dateKind != .deadline, !reports.isPartial(report) else { continue }
                let (voice, status) = (mark.voice, Int(reports.statuses[row].rawValue))
                if let other = said.first(where: { $0.voice == voice && claims[$0.status].contradicts(claims[status]) })
                {
                    found.append((max(report, other.report), min(report, other.report)))
                }
                if let other = said.first(where: { $0.voice == voice && $0.status == status }) {
                    if mark == reports.marks[Int(other.report.rawValue)],
                        forum.texts(of: report).saysTheSame(as: forum.texts(of: other.report))
                    {
                        twice.append((report, other.report))
                    }
                } else {
                    said.append((voice, status, report))
                }
            }
        }
        return (found, twice)
    }
}
