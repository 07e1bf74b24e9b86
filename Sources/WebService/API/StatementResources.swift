import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// What a forum's module says of a commitment and a party.
struct AssessmentRow: Codable, Sendable {
    var forum: String
    var commitment: String
    var party: String
    var standing: String
    var standingRule: String
    var progress: String?
    var nothing: String?
    var progressRule: String
    var reportDate: String?
    var overdue: Bool
}

/// One report, in the forum's own word.
struct ReportRecord: Codable, Sendable {
    var forum: String
    var id: String?
    var commitment: String
    var party: String
    var word: String
    var readAs: String?
    var date: String
    var dateKind: String
    var voice: String
    var givenBy: String
    var confidence: String
    var wording: String?
    var scope: String?
    var evidence: String?
    var note: String?
    var sources: [String]
    var place: String
}

/// Something that a party owes.
struct ObligationRow: Codable, Sendable {
    var forum: String
    var commitment: String
    var party: String
    var kind: String
    var state: String
    /// The date, as well as it is known; two dates with a slash where it lies between them.
    var due: String?
    var submitted: String?
    var rule: String
    var text: Wordings?
}

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
        "assessments", [.forum, .commitment, .party, .standing, .progress, .nothing, .overdue], \.assessments,
        of: { query throws(PageFailure) in
            query.commitments.filter { query.allows(.commitment, query.commitment($0).id) }.flatMap { place in
                query.snapshot.forums[place.forum].assessments(of: place.commitment)
                    .filter { query.allows($0, of: place.forum) }
                    .map { PlacedAssessment(place: place, assessment: $0) }
            }
        }, row: { item, query in query.row(item) })
    static let reports = Resource.list(
        "reports", [.forum, .commitment, .party, .voice, .confidence], \.reports,
        of: { query throws(PageFailure) in
            query.chosenForums.flatMap { place, forum in
                (0..<forum.forum.reports.count).map(ReportIndex.init).filter { query.allows($0, of: forum.forum) }
                    .map { PlacedReport(forum: place, report: $0) }
            }
        }, row: { item, query in query.row(item) })
    static let obligations = Resource.list(
        "obligations", [.forum, .country, .subregion, .kind, .state, .until], \.obligations,
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
        }, row: { item, query in query.row(item) })
}

extension Query {
    fileprivate func allows(_ assessment: Assessment, of forum: Int) -> Bool {
        allows(.party, snapshot.forums[forum].forum.definition.parties[assessment.party].id)
            && allows(.standing, assessment.standing.rawValue)
            && allows(.progress, scale.code(of: assessment.progress))
            && allows(.nothing, assessment.progress.nothing?.rawValue) && allows(.overdue, assessment.isOverdue)
    }

    fileprivate func row(_ item: PlacedAssessment) -> AssessmentRow {
        let forum = snapshot.forums[item.place.forum].forum
        let assessment = item.assessment
        return AssessmentRow(
            forum: forum.definition.id, commitment: forum[item.place.commitment].id,
            party: forum.definition.parties[assessment.party].id, standing: assessment.standing.rawValue,
            standingRule: assessment.basis.standingRule, progress: scale.code(of: assessment.progress),
            nothing: assessment.progress.nothing?.rawValue, progressRule: assessment.basis.progressRule,
            reportDate: assessment.basis.report.map { forum.reports.dates[Int($0.rawValue)].description },
            overdue: assessment.isOverdue)
    }

    fileprivate func allows(_ report: ReportIndex, of forum: LoadedForum) -> Bool {
        guard !values.isEmpty else { return true }
        let row = forum.reports[report]
        let least = self[.confidence].flatMap(Confidence.init) ?? .unknown
        return allows(.commitment, forum[row.commitment].id) && allows(.party, forum.definition.parties[row.party].id)
            && allows(.voice, row.voice.rawValue) && row.confidence >= least
    }

    fileprivate func row(_ item: PlacedReport) -> ReportRecord {
        let forum = snapshot.forums[item.forum].forum
        let row = forum.reports[item.report]
        let texts = forum.texts(of: item.report)
        let word = forum.definition.statusWords[Int(row.status.rawValue)]
        return ReportRecord(
            forum: forum.definition.id, id: texts[.id], commitment: forum[row.commitment].id,
            party: forum.definition.parties[row.party].id, word: word.word,
            readAs: word.progress.map { scale.code(of: $0) ?? $0.nothing?.rawValue ?? "" },
            date: row.date.description, dateKind: row.dateKind.rawValue, voice: row.voice.rawValue,
            givenBy: row.wordGiver.rawValue, confidence: row.confidence.rawValue, wording: texts[.wording],
            scope: texts[.scope], evidence: texts[.evidence], note: texts[.note], sources: texts.sources,
            place: place(texts.range))
    }

    fileprivate func row(_ item: DueItem) -> ObligationRow {
        let forum = snapshot.forums[item.forum].forum
        let obligation = item.obligation
        return ObligationRow(
            forum: forum.definition.id, commitment: forum[item.commitment].id,
            party: forum.definition.parties[obligation.party].id, kind: obligation.kind.rawValue,
            state: obligation.state.rawValue, due: obligation.due?.description,
            submitted: obligation.submitted?.description, rule: obligation.rule,
            text: forum.metadata.rule(obligation.rule).map { Wordings($0.text) })
    }
}
