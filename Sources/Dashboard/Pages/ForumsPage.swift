import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// The list of forums.
struct ForumsPage: PageView {
    /// One forum.
    struct Forum: Codable, Sendable {
        var name: String
        var shortName: String
        var href: String
        var kind: String
        var members: Int
        var commitments: Int
        var reports: Int
        var rejected: Int
        var overdue: Int
        var tally: Tallied
        var known: String
        var dormant: String?
        var isFailed: Bool
    }

    var page: Frame
    var forums: [Forum]
    var coverage: ForumCoverage
    var legend: Legend
}

/// Which forum speaks of which measure, and how much of what it asks has a word.
struct ForumCoverage: Codable, Sendable {
    /// The same as a row of a table.
    struct Row: Codable, Sendable {
        var label: String
        var values: [String]
    }

    var grid: DrawnGrid
    var table: [Row]
}

extension PageBuilder {
    /// The list of forums.
    func forumsPage() -> any PageView {
        let forums = snapshot.forums.enumerated().map { place, forum -> ForumsPage.Forum in
            let definition = forum.forum.definition
            let tally = picture.tallies[place]
            return ForumsPage.Forum(
                name: definition.name.text(for: language), shortName: definition.shortName(for: language),
                href: links.page(.forum(definition.id)), kind: texts[definition.kind],
                members: definition.parties.parties.count {
                    $0.country != nil && definition.membership(of: $0.id, on: snapshot.asOf) == .member
                }, commitments: forum.forum.commitments.count(where: \.isTracked),
                reports: forum.forum.reports.count, rejected: forum.forum.rejected,
                overdue: picture.owing.ofForums[place].overdue,
                tally: tallied(tally), known: percent(tally.withProgress, of: tally.total, in: texts),
                dormant: dormant(definition),
                isFailed: forum.failure != nil)
        }
        return ForumsPage(
            page: frame(texts[.forums], summary: texts[.forumsSummary]), forums: forums, coverage: forumCoverage(),
            legend: legend())
    }

    /// Which forum speaks of which measure.
    func forumCoverage() -> ForumCoverage {
        let (left, top, size) = (118, 30, 34)
        let columns = picture.measures.enumerated().map { place, target in
            DrawnLabel(
                text: framework[target].id, title: title(of: target),
                href: links.page(.measure(framework[target].id)), x: left + place * size + size / 2, y: top - 10)
        }
        var squares: [DrawnSquare] = []
        var rows: [DrawnLabel] = []
        var table: [ForumCoverage.Row] = []
        for (number, forum) in snapshot.forums.map(\.forum.definition).enumerated() {
            let y = top + number * size
            let name = forum.shortName(for: language)
            rows.append(
                DrawnLabel(
                    text: name, title: forum.name.text(for: language), href: links.page(.forum(forum.id)), x: left - 8,
                    y: y + size / 2 + 4))
            var values: [String] = []
            for (place, target) in picture.measures.enumerated() {
                guard let layer = picture.layer(forum.id), layer.alignedCount(target) > 0 else {
                    values.append("–")
                    continue
                }
                let measure = framework.measure(of: target)
                let lines = [target] + measure.lines.compactMap { framework.target($0.id) }
                let coverage = layer.coverage(
                    of: lines.filter { layer.alignedCount($0) > 0 }, countries: layer.countries)
                let known = coverage.addressed == 0 ? 0 : coverage.withProgress * 100 / coverage.addressed
                let text =
                    texts[.alignmentCount, count: layer.alignedCount(target)] + ", "
                    + texts[.knownShare, ["share": share(coverage)]]
                values.append(text)
                let x = left + place * size
                squares.append(
                    DrawnSquare(
                        x: x + 1, y: y + 1, width: size - 2, textX: x + size / 2, textY: y + size / 2 + 4,
                        look: "k\(min(4, known / 20))", text: String(layer.alignedCount(target))))
            }
            table.append(ForumCoverage.Row(label: name, values: values))
        }
        return ForumCoverage(
            grid: DrawnGrid(
                text: texts[.forumCoverageText], width: left + columns.count * size + 2,
                height: top + rows.count * size + 2, columns: columns, rows: rows, squares: squares), table: table)
    }
}
