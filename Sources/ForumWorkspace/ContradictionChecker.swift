import Diagnostics
import FollowUpModel

/// Warns of reports of one voice that say different things on one day.
enum ContradictionChecker {
    static func check(_ forum: LoadedForum) -> [Diagnostic] {
        let (reports, order) = (forum.reports, forum.grouping.order)
        let claims = forum.definition.statusWords.map(\.claim)
        var pairs: [(first: ReportIndex, second: ReportIndex)] = []
        for group in 0..<forum.grouping.groupCount {
            let places = forum.grouping.places(ofGroup: group)
            guard places.count > 1 else { continue }
            for place in places.dropFirst() {
                // Of one day all rows stand side by side; nearly always there is one.
                var before = place - 1
                while before >= places.lowerBound, reports.dates[Int(order[before])] == reports.dates[Int(order[place])]
                {
                    let pair = [order[before], order[place]].sorted().map { ReportIndex(Int($0)) }
                    if contradict(pair[0], pair[1], reports, claims) { pairs.append((pair[0], pair[1])) }
                    before -= 1
                }
            }
        }
        return pairs.sorted { ($0.second, $0.first) < ($1.second, $1.first) }.map { first, second in
            let row = reports[second]
            return .warning(
                .contradictingReports, at: forum.texts(of: second).range(of: .status),
                "another report of the same voice says something else of '\(forum[row.commitment].id)' and "
                    + "'\(forum.definition.parties[row.party].id)' on the same day",
                notes: [DiagnosticNote("the other report is here", at: forum.texts(of: first).range(of: .status))])
        }
    }

    private static func contradict(
        _ first: ReportIndex, _ second: ReportIndex, _ reports: ReportTable,
        _ claims: [StatusWord.Claim]
    ) -> Bool {
        let (left, right) = (reports.marks[Int(first.rawValue)], reports.marks[Int(second.rawValue)])
        guard left.voice == right.voice, left.dateKind != .deadline, right.dateKind != .deadline,
            !reports.isPartial(first), !reports.isPartial(second)
        else { return false }
        let statuses = reports.statuses
        return claims[Int(statuses[Int(first.rawValue)].rawValue)]
            .contradicts(claims[Int(statuses[Int(second.rawValue)].rawValue)])
    }
}
