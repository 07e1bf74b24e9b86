import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// One measure: its lines, how far countries are, which commitments speak of it.
struct MeasurePage: PageView {
    /// The measure as a whole, or a line.
    struct Line: Codable, Sendable {
        var id: String
        var anchor: String
        var title: String
        var tally: Tallied
        var known: String
        var commitments: [Aligned]
        /// How many are left out, with the way to all.
        var more: Link?
    }

    /// A commitment that is aligned.
    struct Aligned: Codable, Sendable {
        var commitment: CommitmentView
        var relation: String
        var confidence: String
    }

    var page: Frame
    var code: String
    var title: String
    var chapter: String
    var summary: String
    var gist: Wording?
    var gaps: Wording?
    var isPartial: Bool
    var coverage: [String]
    var map: TileMap
    var lines: [Line]
    var uncovered: String?
    /// The targets of the measure.
    var goals: [Link]
    var related: [Link]
    var matrix: String?
    var legend: Legend
    var fallback: String?
}

extension PageBuilder {
    /// One measure.
    func measure(_ id: String) -> (any PageView)? {
        guard let measure = framework.measures.first(where: { $0.id == id }), let whole = framework.target(id) else {
            return nil
        }
        let targets = [whole] + measure.lines.compactMap { framework.target($0.id) }
        let bare = targets.filter { snapshot.alignedCount($0) == 0 }
        let chapter = framework.chapters.first { $0.id == measure.chapter }
        return MeasurePage(
            page: frame(
                "\(measure.code) \(measure.title.text(for: language))",
                trail: [Link(label: texts[.measures], href: links.page(.measures))]), code: measure.code,
            title: measure.title.text(for: language),
            chapter: chapter.map { "\($0.id) · \($0.title.text(for: language))" } ?? measure.chapter,
            summary: WholeSummary(of: whole, snapshot.countries, in: snapshot).text(in: texts),
            gist: measure.gist.map(wording), gaps: measure.gaps.map(wording), isPartial: measure.isPartial,
            coverage: closing(snapshot.coverage(of: targets, countries: snapshot.countries)), map: map(of: whole),
            lines: targets.map { line($0, isWhole: $0 == whole && targets.count > 1) },
            uncovered: bare.isEmpty
                ? nil
                : texts[.noAlignedCommitments, ["lines": texts.list(bare.map { framework[$0].id })]],
            goals: measure.targets.map { Link(id: $0.id, label: $0.title.text(for: language)) },
            related: measure.relatedMeasures.map { related($0) },
            matrix: picture.measures.contains(whole) ? links.page(.matrix(measure: id)) : nil,
            legend: legend(),
            fallback: fallbacks(targets.map(framework.title) + commitmentTitles(of: targets)))
    }

    private func related(_ related: Framework.RelatedMeasure) -> Link {
        let other = framework.measure(related.to)
        return Link(
            label: other.map { "\($0.code) \($0.title.text(for: language))" } ?? related.to,
            href: other.map { links.page(.measure($0.id)) } ?? links.page(.measures))
    }

    private func line(_ target: TargetIndex, isWhole: Bool) -> MeasurePage.Line {
        let row = snapshot.row(target)
        let aligned = snapshot.alignments(to: target)
        return MeasurePage.Line(
            id: framework[target].id, anchor: "l-\(framework[target].id)".asPathPart,
            title: isWhole ? texts[.wholeMeasure] : title(of: target), tally: tallied(tally(row)),
            known: share(Coverage(of: row)),
            commitments: aligned.prefix(PageLimits.aligned).map { forum, commitment, alignment in
                MeasurePage.Aligned(
                    commitment: view(of: commitment, in: forum.definition), relation: texts[alignment.relation],
                    confidence: texts[alignment.confidence])
            }, more: notShown(aligned.count - PageLimits.aligned))
    }

    private func commitmentTitles(of targets: [TargetIndex]) -> [LocalizedText] {
        snapshot.forums.flatMap(\.forum.commitments).filter { commitment in
            commitment.isTracked && commitment.alignments.contains { targets.contains($0.target) }
        }.map(\.title)
    }
}
