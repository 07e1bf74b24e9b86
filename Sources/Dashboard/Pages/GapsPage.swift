import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// Where the picture is silent.
struct GapsPage: PageView {
    /// The countries without a word on one line, by kind of nothing.
    struct Line: Codable, Sendable {
        var id: String
        var title: String
        var href: String
        var isWhole: Bool
        var kinds: [Kind]
    }

    /// The countries of which the same kind of nothing is known.
    struct Kind: Codable, Sendable {
        var mark: Mark
        var count: Int
        var countries: [Link]
    }

    var page: Frame
    var coverage: [String]
    /// The measures and lines that no commitment is aligned to.
    var uncovered: [Link]
    var lines: [Line]
    var legend: Legend
    var fallback: String?
}

extension PageBuilder {
    /// Where the picture is silent, among the chapters to which any commitment is aligned.
    func gaps() -> any PageView {
        let targets = snapshot.targets(ofMeasure: nil)
        let gaps = snapshot.gaps(among: targets, countries: snapshot.countries)
        let byTarget = Dictionary(grouping: gaps.silences, by: \.target)
        return GapsPage(
            page: frame(texts[.gapsTitle], summary: texts[.gapsSummary]), coverage: closing(picture.coverage),
            uncovered: gaps.uncovered.map { target in
                Link(id: framework[target].id, label: title(of: target), href: measureLink(target))
            },
            lines: targets.compactMap { target in byTarget[target].map { line(target, $0) } },
            legend: legend(), fallback: fallbacks(gaps.uncovered.map(framework.title)))
    }

    /// Where the page of a measure speaks of a line or of the measure as a whole.
    func measureLink(_ target: TargetIndex) -> String {
        links.page(.measure(framework.measure(of: target).id), anchor: "l-\(framework[target].id)")
    }

    private func line(_ target: TargetIndex, _ silences: [Gaps.Silence]) -> GapsPage.Line {
        let id = framework[target].id
        return GapsPage.Line(
            id: id, title: title(of: target), href: measureLink(target), isWhole: framework[target].line == nil,
            kinds: MissingReason.allCases.compactMap { kind in
                let silent = silences.filter { $0.kind == kind }
                guard !silent.isEmpty else { return nil }
                return GapsPage.Kind(
                    mark: mark(.missing(kind)), count: silent.count,
                    countries: silent.map { silence in
                        let code = code(of: silence.country)
                        return Link(label: code, href: cellLink(code, id))
                    })
            })
    }
}
