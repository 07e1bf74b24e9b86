import Diagnostics
import FollowUpModel

/// Warns of reports of one voice that say different things on one day.
enum ContradictionChecker {
    /// How many of a forum's contradictions are listed.
    private static let limit = 200

    /// A report, and the first one of its day and voice that it contradicts.
    private typealias Contradiction = (report: ReportIndex, other: ReportIndex)

    static func check(_ forum: LoadedForum) -> [Diagnostic] {
        let found = contradictions(in: forum).sorted { $0.report < $1.report }
        func place(_ report: ReportIndex) -> SourceRange? { forum.texts(of: report).range(of: .status) }
        let listed = found.prefix(limit).map { report, other in
            let row = forum.reports[report]
            return Diagnostic.warning(
                .contradictingReports, at: place(report),
                "another report of the same voice says something else of '\(forum[row.commitment].id)' and "
                    + "'\(forum.definition.parties[row.party].id)' on the same day",
                notes: [DiagnosticNote("the other report is here", at: place(other))])
        }
        guard let next = found.dropFirst(limit).first else { return listed }
        return listed + [
            .warning(
                .contradictingReports, at: place(next.report),
                "\(found.count) reports of '\(forum.definition.id)' say something else than another of the same voice "
                    + "and day; only the first \(limit) are listed")
        ]
    }

    private static func contradictions(in forum: LoadedForum) -> [Contradiction] {
        let (reports, order) = (forum.reports, forum.grouping.order)
        let claims = forum.definition.statusWords.map(\.claim)
        var found: [Contradiction] = []
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
                if !said.contains(where: { $0.voice == voice && $0.status == status }) {
                    said.append((voice, status, report))
                }
            }
        }
        return found
    }
}
