import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What is known, where it moves, what is overdue, where forums disagree.
struct OverviewPage: PageView {
    /// One of the four answers.
    struct Card: Codable, Sendable {
        var question: String
        var number: String
        var text: String
        var href: String
        var link: String
        var kind: String
    }

    /// Who owes most.
    struct Owing: Codable, Sendable {
        var country: Link
        var count: Int
        var width: Double
    }

    var page: Frame
    var headline: String
    var cards: [Card]
    var map: TileMap
    var ramp: [Step]
    /// Countries by measures as a picture; the matrix is the table behind it.
    var heat: DrawnGrid
    var progress: ProgressChart
    var moved: [ChangesPage.Change]
    var owing: [Owing]
    var differing: [Differing]
    var legend: Legend
    var matrix: String

    /// A step of the ramp from little to much known.
    struct Step: Codable, Sendable {
        var look: String
        var label: String
    }
}

/// How many cells have which word, year by year.
struct ProgressChart: Codable, Sendable {
    /// One year.
    struct Year: Codable, Sendable {
        var label: String
        var asOf: DateText
        var x: Int
        var middle: Int
        var known: String
        var knownY: Double
        var bars: [Bar]
        var counts: [Int]
    }

    /// The cells of one level in a year.
    struct Bar: Codable, Sendable {
        var look: String
        var y: Double
        var height: Double
    }

    /// A line of the scale.
    struct Tick: Codable, Sendable {
        var label: String
        var y: Double
        var textY: Double
    }

    var text: String
    var width: Int
    var height: Int
    var left: Int
    var labelY: Double
    var barWidth: Int
    var ticks: [Tick]
    var years: [Year]
    var levels: [Mark]
}

extension PageBuilder {
    /// The page that answers in ten seconds.
    func overview() -> any PageView {
        let coverage = picture.coverage
        let moved = lastYear
        let rising = moved.filter(\.direction.isRise)
        return OverviewPage(
            page: frame(texts[.overview], summary: snapshot.workspace.settings.name.text(for: language)),
            headline: texts[
                .overviewHeadline,
                [
                    "date": asOf.text, "share": share(coverage),
                    "known": coverage.withProgress.written(in: texts),
                    "addressed": coverage.addressed.written(in: texts),
                    "countries": snapshot.countries.count.written(in: texts),
                    "forums": snapshot.forums.count.written(in: texts),
                ]], cards: cards(coverage, moved), map: coverageMap(),
            ramp: (0...4).map { step in
                let range = "\(step * 20)–\(step * 20 + (step == 4 ? 20 : 19))"
                return OverviewPage.Step(look: "k\(step)", label: percent(range, in: texts))
            }, heat: heatMap(), progress: progressChart(),
            moved: rising.sorted { newest($0) > newest($1) }.prefix(6).map {
                change($0, by: snapshot.reports(that: $0, since: picture.yearBefore.asOf.latest))
            },
            owing: owing(), differing: picture.differing.prefix(4).map { differingItem($0) },
            legend: legend(Set(picture.measures.flatMap { snapshot.row($0) }.compactMap(\.progress.missing))),
            matrix: links.page(.matrix()))
    }

    /// What moved in the last year.
    private var lastYear: [MovedCell] {
        picture.moved(since: picture.yearBefore).filter { $0.direction != .marks }
    }

    private func newest(_ moved: MovedCell) -> Int32 { moved.new.newest?.code ?? .min }

    private func cards(_ coverage: Coverage, _ moved: [MovedCell]) -> [OverviewPage.Card] {
        let up = moved.count(where: \.direction.isRise)
        let down = moved.count - up
        let (overdue, passed) = (picture.owing.counts[.missed] ?? 0, picture.owing.counts[.passed] ?? 0)
        return [
            OverviewPage.Card(
                question: texts[.questionKnown], number: share(coverage),
                text: texts[.answerKnown, figures(coverage)], href: links.page(.gaps), link: texts[.gapsShort],
                kind: "known"),
            OverviewPage.Card(
                question: texts[.questionMoves], number: "+\(up.written(in: texts)) −\(down.written(in: texts))",
                text: texts[.answerMoves], href: links.page(.changes()), link: texts[.changesShort], kind: "moves"),
            OverviewPage.Card(
                question: texts[.questionOverdue], number: overdue.written(in: texts),
                text: texts[
                    .answerOverdue, count: overdue,
                    ["countries": picture.owing.overdueCountries.written(in: texts)]]
                    + (passed == 0 ? "" : " " + texts[.answerPassed, count: passed]),
                href: links.page(.due), link: texts[.dueShort],
                kind: "overdue"),
            OverviewPage.Card(
                question: texts[.questionDiffer], number: picture.differing.count.written(in: texts),
                text: texts[
                    .answerDiffer, count: picture.differing.count,
                    ["countries": Set(picture.differing.map(\.country)).count.written(in: texts)]],
                href: links.page(.divergences), link: texts[.divergencesShort], kind: "differ"),
        ]
    }

    /// The countries that owe most.
    private func owing() -> [OverviewPage.Owing] {
        let counts = snapshot.countries.enumerated().map { ($1, picture.owing.ofCountries[$0].overdue) }
            .filter { $0.1 > 0 }
        let most = counts.map(\.1).max() ?? 1
        return counts.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(8).map { country, count in
            OverviewPage.Owing(
                country: link(to: country), count: count, width: Double(count * 1000 / most) / 10)
        }
    }

    /// Countries by measures as a picture; beside a whole stands how many of its parts are known.
    private func heatMap() -> DrawnGrid {
        let (left, top, height) = (44, 24, 15)
        let widths = picture.measures.map { framework.lineCount(of: $0) == 0 ? 30 : 62 }
        let starts = widths.reduce(into: [left]) { $0.append($0[$0.count - 1] + $1) }
        let columns = picture.measures.enumerated().map { number, target in
            DrawnLabel(text: framework[target].id, x: starts[number] + widths[number] / 2 - 1, y: top - 8)
        }
        let rows = snapshot.countries.enumerated().map { place, country in
            DrawnLabel(text: code(of: country), x: left - 6, y: top + place * height + 11)
        }
        let squares = snapshot.countries.enumerated().flatMap { place, country in
            picture.measures.enumerated().map { number, target in
                let row = snapshot.row(target)
                let mark = mark(row[row.startIndex + place].progress)
                let (x, y) = (starts[number], top + place * height)
                let fraction = snapshot.partCounts(target, country)?.fraction.map { " " + $0 } ?? ""
                return DrawnSquare(
                    x: x, y: y, width: widths[number] - 2, textX: x + widths[number] / 2 - 1, textY: y + 11,
                    look: mark.look, text: mark.sign + mark.letter + fraction)
            }
        }
        return DrawnGrid(
            text: tallied(tally(picture.measures.flatMap { snapshot.row($0) })).text,
            width: starts[columns.count], height: top + rows.count * height, columns: columns, rows: rows,
            squares: squares)
    }

    /// How many cells have which word, year by year.
    private func progressChart() -> ProgressChart {
        let (left, top, room, step, barWidth) = (48, 14.0, 190.0, 52, 34)
        let most = picture.history.map(\.tally.withProgress).max() ?? 0
        let tens = [1, 10, 100, 1_000, 10_000, 100_000]
        let unit = tens.flatMap { ten in [1, 2, 3, 4, 5, 6, 8].map { $0 * ten } }.first { $0 * 5 >= most } ?? most
        let scaled = { (count: Int) in Double(count * 10_000 / max(1, unit * 5)) / 10_000 * room }
        let ranks: [Progress] = [.contrary] + scale.levels.indices.map { .level(.init(rank: $0)) }
        let bottom = top + room
        let years = picture.history.enumerated().map { place, point -> ProgressChart.Year in
            let counts = [point.tally.contrary] + point.tally.levels
            var y = bottom
            var bars: [ProgressChart.Bar] = []
            // The highest level stands at the bottom, where lengths compare best.
            for (progress, count) in zip(ranks, counts).reversed() where count > 0 {
                let height = scaled(count)
                y -= height
                bars.append(
                    ProgressChart.Bar(
                        look: mark(progress).look, y: rounded(y), height: rounded(max(0.5, height - 1))))
            }
            let x = left + 8 + place * step
            return ProgressChart.Year(
                label: String(point.asOf.parts.year), asOf: date(PartialDate(point.asOf)), x: x,
                middle: x + barWidth / 2, known: share(point.coverage), knownY: rounded(y - 5), bars: bars,
                counts: counts + [point.coverage.addressed])
        }
        return ProgressChart(
            text: texts[
                .progressText,
                [
                    "from": years.first?.known ?? "–", "fromYear": years.first?.label ?? "",
                    "to": years.last?.known ?? "–", "toYear": years.last?.label ?? "",
                ]], width: left + 8 + picture.history.count * step, height: Int(bottom) + 26, left: left,
            labelY: bottom + 17, barWidth: barWidth,
            ticks: (0...5).map { number in
                let y = rounded(bottom - room * Double(number) / 5)
                return ProgressChart.Tick(label: (unit * number).written(in: texts), y: y, textY: y + 4)
            }, years: years, levels: ranks.map { mark($0) })
    }

    private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
