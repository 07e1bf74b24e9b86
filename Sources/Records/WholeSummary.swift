package import FollowUpModel
package import ForumKit
import ForumWorkspace
package import Harmonization
package import Localization

/// How much is known of a country, a measure or a forum, and what was missed: what is said of it in a sentence or two.
package struct WholeSummary: Sendable {
    private let opening: Message
    private let tally: Tally
    private let owed: [Obligation.State: Int]
    private let scale: ProgressScale

    /// Sums up a country by the cells of measures and lines.
    package init(
        of country: CountryIndex, _ targets: [TargetIndex], owed: [Obligation.State: Int], in picture: Snapshot
    ) {
        self.init(.summaryOfCountry, Tally(of: targets.map { picture[$0, country] }, in: picture), owed, picture)
    }

    /// Sums up a measure by its cells of some countries.
    package init(of measure: TargetIndex, _ countries: [CountryIndex], in picture: Snapshot) {
        self.init(.summaryOfMeasure, Tally(of: countries.map { picture[measure, $0] }, in: picture), [:], picture)
    }

    /// Sums up a forum by what its module says of each commitment and party.
    package init(ofForum tally: Tally, owed: [Obligation.State: Int], in picture: Snapshot) {
        self.init(.summaryOfForum, tally, owed, picture)
    }

    private init(_ opening: Message, _ tally: Tally, _ owed: [Obligation.State: Int], _ picture: Snapshot) {
        (self.opening, self.tally, self.owed) = (opening, tally, owed)
        scale = picture.workspace.settings.scale
    }

    /// The sentences in a language.
    package func text(in texts: Texts) -> String {
        let asked = tally.total - tally.missing.reduce(0) { $0 + ($1.key.asks ? 0 : $1.value) }
        guard asked > 0 else {
            return texts[tally.missing[.forumNotRead] == nil ? .summaryNobodyAsked : .summaryNotRead]
        }
        let values: KeyValuePairs = ["known": tally.withProgress.written(in: texts), "asked": asked.written(in: texts)]
        let levels = scale.counted(zip(0..., tally.levels).reversed() + [(-1, tally.contrary)], in: texts)
        let indications = tally.missing[.indicationOnly] ?? 0
        return [
            texts[opening, values], levels.isEmpty ? nil : texts[.summaryLevels, ["levels": levels]],
            indications == 0 ? nil : texts[.summaryIndications, count: indications],
            (owed[.missed] ?? 0) == 0 ? nil : texts[.summaryMissedCount, count: owed[.missed] ?? 0],
            (owed[.passed] ?? 0) == 0 ? nil : texts[.summaryPassedCount, count: owed[.passed] ?? 0],
        ].compactMap(\.self).joined(separator: " ")
    }
}

extension Tally {
    /// Counts what some cells say.
    package init(of cells: [Cell], in picture: Snapshot) {
        self.init(levelCount: picture.workspace.settings.scale.levels.count)
        for cell in cells {
            add(cell.progress)
            if cell.isOverdue { overdue += 1 }
        }
    }
}

extension ProgressScale {
    /// How many have which level, such as “2 Complete, 1 Limited”; -1 is the rank of a step back.
    func counted(_ counts: some Sequence<(rank: Int, count: Int)>, in texts: Texts) -> String {
        counts.filter { $0.count > 0 }
            .map { "\($0.count.written(in: texts)) \(name(ofRank: $0.rank, in: texts.language))" }
            .joined(separator: ", ")
    }

    /// The name of a rank.
    func name(ofRank rank: Int, in language: Language) -> String {
        (rank < 0 ? contrary : levels[rank]).name.text(for: language)
    }
}
