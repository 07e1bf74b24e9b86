import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup gaps`: where the picture is silent.
struct GapsCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Lines to which no commitment is aligned, and countries without a word on progress, by kind.",
        usage: "followup gaps [<option> ...]",
        discussion: """
            Without --measure these are all measures and lines of the chapters to which any commitment is aligned. \
            --format csv gives one row for each line, country and kind.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments
    @OptionGroup var measureOption: MeasureOption

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> GapsView {
        GapsView(
            snapshot: snapshot, targets: snapshot.targets(ofMeasure: try measureOption.measure(of: snapshot, texts)),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
    }
}

/// What `gaps` shows.
struct GapsView: PictureView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let texts: Texts

    func presentation(limits: [String]) -> Presentation {
        let gaps = snapshot.gaps(among: targets, countries: countries)
        let coverage = snapshot.coverage(of: targets, countries: countries)
        let isNone = gaps.uncovered.isEmpty && gaps.silences.isEmpty
        let hasWhole = gaps.silences.contains { isWhole($0.target) }
        return Presentation(
            title: texts[.gapsTitle], lines: limits + (isNone ? [texts[.noGaps]] : []),
            sections: [.ifAny(texts[.uncovered], uncovered(gaps)), .ifAny(texts[.silences], silent(gaps))],
            footer: (hasWhole ? ["* \(texts[.wholeOfMeasure])"] : []) + closing(coverage)
                + fallbacks(of: gaps.uncovered.map(framework.title)),
            document: document(GapRecord.all(gaps, of: snapshot.records), coverage: coverage))
    }

    private func isWhole(_ target: TargetIndex) -> Bool {
        framework[target].line == nil && !framework.measure(of: target).lines.isEmpty
    }

    private func uncovered(_ gaps: Gaps) -> Table {
        Table(gaps.uncovered) {
            Column(texts[.line]) { Cell(framework[$0].id, .bold) }
            Column(texts[.title], .wrappable(minimum: 24)) { title(of: $0) }
        }
    }

    /// One row for each line and kind, with the codes of its countries; the line is named in its first row.
    private func silent(_ gaps: Gaps) -> Table {
        let rows = targets.flatMap { target in
            let own = gaps.silences.filter { $0.target == target }
            let kinds = MissingReason.allCases.filter { kind in own.contains { $0.kind == kind } }
            return kinds.enumerated().map { place, kind in
                let codes = own.filter { $0.kind == kind }.map { snapshot.workspace.countries[$0.country].code }
                let line = framework[target].id + (isWhole(target) ? "*" : "")
                return (line: place == 0 ? line : "", kind: kind, codes: codes)
            }
        }
        return Table(rows) {
            Column(texts[.line]) { Cell($0.line, .bold) }
            Column(texts[.terminalReading], .wrappable(minimum: 14)) { signs.cell(.missing($0.kind)) }
            Column(texts[.count]) { $0.codes.count }
            Column(texts[.countries], .wrappable(minimum: 27)) { $0.codes.joined(separator: " ") }
        }
    }
}
