import Dashboard
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

private struct PlacedAssessment: Sendable {
    var place: CommitmentPlace
    var assessment: Assessment
}

private struct PlacedReport: Sendable {
    var forum: Int
    var report: ReportIndex
}

extension Resource {
    static let assessments = Resource.list(
        "assessments", [.forum, .commitment, .party, .standing, .level, .missing, .overdue], .apiAssessments,
        of: { query throws(PageFailure) in
            query.commitments.filter { query.allows(.commitment, query.commitment($0).id) }.flatMap { place in
                query.snapshot.forums[place.forum].assessments(of: place.commitment)
                    .filter { query.allows($0, of: place.forum) }
                    .map { PlacedAssessment(place: place, assessment: $0) }
            }
        },
        row: { item, query in
            AssessmentRecord(
                query.records, query.snapshot.forums[item.place.forum], item.place.commitment, item.assessment)
        })
    static let reports = Resource.list(
        "reports", [.forum, .commitment, .party, .voice, .confidence], .apiReports,
        of: { query throws(PageFailure) in
            query.chosenForums.flatMap { place, forum in
                (0..<forum.forum.reports.count).map(ReportIndex.init).filter { query.allows($0, of: forum.forum) }
                    .map { PlacedReport(forum: place, report: $0) }
            }
        },
        row: { item, query in
            ReportRecord(query.records, query.snapshot.forums[item.forum], item.report)
        })
    static let obligations = Resource.list(
        "obligations", [.forum, .country, .subregion, .kind, .state, .until], .apiObligations,
        of: { query throws(PageFailure) in
            let until = query[.until].flatMap(Parameter.date)?.latest
            return query.picture.owing.items.filter { item in
                let country = query.country(of: item)
                guard query.allows(.forum, query.snapshot.forums[item.forum].forum.definition.id),
                    query.allows(.country, country.map { query.code(of: $0) }), query.allowsSubregion(of: country),
                    query.allows(.kind, item.obligation.kind.rawValue),
                    query.allows(.state, item.obligation.state.rawValue)
                else { return false }
                guard let until else { return true }
                return item.obligation.due.map { $0.earliest <= until } ?? false
            }
        }, row: { item, query in ObligationRecord(query.records, item) })
}

extension Query {
    fileprivate func allows(_ assessment: Assessment, of forum: Int) -> Bool {
        allows(.party, snapshot.forums[forum].forum.definition.parties[assessment.party].id)
            && allows(.standing, assessment.standing.rawValue)
            && allows(.level, scale.code(of: assessment.progress))
            && allows(.missing, assessment.progress.missing?.rawValue) && allows(.overdue, assessment.isOverdue)
    }

    fileprivate func allows(_ report: ReportIndex, of forum: LoadedForum) -> Bool {
        guard !values.isEmpty else { return true }
        let row = forum.reports[report]
        let least = self[.confidence].flatMap(Confidence.init) ?? .unknown
        return allows(.commitment, forum[row.commitment].id) && allows(.party, forum.definition.parties[row.party].id)
            && allows(.voice, row.voice.rawValue) && row.confidence >= least
    }
}
