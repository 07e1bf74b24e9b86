import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// How the picture is made, and its data to take away.
struct MethodPage: PageView {
    /// One file of data.
    struct Download: Codable, Sendable {
        var name: String
        var text: String
        var csv: String
        var json: String
    }

    /// A relation of the crosswalk.
    struct Relation: Codable, Sendable {
        var name: String
        var weight: Int
        /// What carries over from a commitment.
        var ceiling: String
    }

    /// Something known about all forums together, in the language in which it is written.
    struct Note: Codable, Sendable {
        var topic: String
        var text: String
        var confidence: String?
        var sources: [Link]
    }

    var page: Frame
    /// How the picture is made, in the workspace's own words.
    var method: Wording?
    var rule: String
    var relations: [Relation]
    var standings: [Fact]
    var divergent: String
    var stale: String
    var downloads: [Download]
    var facts: [Fact]
    var coverage: ForumCoverage
    var notes: [Note]
    var legend: Legend
}

extension PageBuilder {
    /// How the picture is made.
    func method() -> any PageView {
        let settings = snapshot.workspace.settings.consolidation
        let reports = snapshot.forums.reduce(0) { $0 + $1.forum.reports.count }
        let commitments = snapshot.forums.reduce(0) { $0 + $1.forum.commitments.count }
        return MethodPage(
            page: frame(texts[.method], summary: texts[.methodSummary]),
            method: snapshot.workspace.settings.method.map(wording),
            rule: texts[.ruleText, ["rule": texts[snapshot.rule]]],
            relations: FollowUpModel.Relation.allCases.map { relation in
                MethodPage.Relation(
                    name: texts[relation], weight: settings.relationWeights[relation] ?? 1,
                    ceiling: texts[settings.ceiling(of: relation)])
            },
            standings: Standing.allCases.filter(\.counts).map { standing in
                Fact(
                    name: texts[standing], value: String(settings.standingWeights[standing] ?? 1))
            }, divergent: texts[.divergentFrom, count: settings.divergentFrom],
            stale: texts[.staleMark, count: settings.staleAfterMonths], downloads: downloads,
            facts: [
                (texts[.forums], snapshot.forums.count), (texts[.countries], snapshot.countries.count),
                (texts[.commitments], commitments), (texts[.reports], reports), (texts[.rejected], snapshot.rejected),
            ].map { Fact(name: $0, value: $1.written(in: texts)) }, coverage: forumCoverage(),
            notes: (snapshot.workspace.settings.background + framework.background).map { item in
                MethodPage.Note(
                    topic: item.topic, text: item.text,
                    confidence: item.confidence.map { texts[$0] },
                    sources: item.sources.map(Link.init(source:)))
            }, legend: legend())
    }

    private var downloads: [MethodPage.Download] {
        let names = [
            texts[.dataCells], texts[.dataAssessments], texts[.dataReports], texts[.dataObligations],
            texts[.dataCommitments],
            texts[.dataCrosswalk],
        ]
        return zip(DataTable.allCases, names).map { table, text in
            MethodPage.Download(
                name: table.rawValue, text: text, csv: links.file("data/\(table.rawValue).csv"),
                json: links.file("data/\(table.rawValue).json"))
        }
    }
}
