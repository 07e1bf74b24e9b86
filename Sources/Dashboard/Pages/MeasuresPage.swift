import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// The list of measures.
struct MeasuresPage: PageView {
    /// A chapter with the measures that the workspace holds of it.
    struct Chapter: Codable, Sendable {
        var id: String
        var title: String
        var measures: [Measure]
    }

    /// One measure.
    struct Measure: Codable, Sendable {
        var code: String
        var title: String
        var href: String
        var lines: Int
        var commitments: Int
        var forums: Int
        var isAligned: Bool
        var tally: Tallied
        var known: String
    }

    var page: Frame
    var chapters: [Chapter]
    var legend: Legend
}

extension PageBuilder {
    /// The list of measures.
    func measuresPage() -> any PageView {
        let chapters = framework.chapters.map { chapter in
            MeasuresPage.Chapter(
                id: chapter.id, title: chapter.title.text(for: language),
                measures: framework.measures.filter { $0.chapter == chapter.id }.compactMap { measure in
                    framework.target(measure.id).map { listed(measure, $0) }
                })
        }
        return MeasuresPage(
            page: frame(
                texts[.measures], summary: texts[.measuresSummary, ["framework": framework.name.text(for: language)]]),
            chapters: chapters.filter { !$0.measures.isEmpty }, legend: legend())
    }

    private func listed(_ measure: Framework.Measure, _ target: TargetIndex) -> MeasuresPage.Measure {
        let row = snapshot.row(target)
        let coverage = Coverage(of: row)
        return MeasuresPage.Measure(
            code: measure.code, title: measure.title.text(for: language), href: links.page(.measure(measure.id)),
            lines: measure.lines.count, commitments: snapshot.alignedCount(target),
            forums: snapshot.forums(alignedTo: target).count, isAligned: snapshot.alignedCount(target) > 0,
            tally: tallied(tally(row)), known: share(coverage))
    }
}
