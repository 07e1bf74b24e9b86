package import FollowUpModel
import ForumWorkspace
import SystemIO

/// A cell in which forums or voices differ, with the words that do.
package struct DifferingCell {
    /// One word that counts in the cell, or stands against one that does.
    package struct Word {
        package var forum: ForumSnapshot
        package var commitment: Commitment
        package var progress: Progress
        /// The report that said it; nil where the module worked the progress out.
        package var report: ExplainedReport?
    }

    package var target: TargetIndex
    package var country: CountryIndex
    package var cell: Cell
    package var words: [Word]
    /// Who gave the words that count.
    package var witnesses: Witnesses
    /// How many more commitments count in the cell, where only some were asked for.
    package var omitted: Int

    /// The number of levels between the lowest and the highest word.
    package var width: Int { cell.spread.map { $0.upperBound - $0.lowerBound } ?? 0 }
}

extension Snapshot {
    /// The cells in which forums or voices differ, the widest spread first.
    ///
    /// A measure with lines is asked only for what is aligned to the measure itself, so that no difference comes twice.
    ///
    /// - Parameter most: for how many commitments of a cell words are given; where more count, those of the lowest and of
    ///   the highest level. Nil for all.
    package func differingCells(
        among targets: [TargetIndex], countries: [CountryIndex], most: Int? = nil
    ) -> [DifferingCell] {
        let found = parallelMap(targets.count) { place in
            let target = targets[place]
            let differing = countries.compactMap { country in
                ownCell(target, country).flatMap { $0.isDivergent || $0.isContradicted ? (country, $0) : nil }
            }
            // For one country it is quicker to look for it; for more, to deal out all.
            let all = differing.count > 1 ? contributions(target) : []
            return differing.map { country, cell in
                let place = self.countries.firstIndex(of: country)
                let own = all.isEmpty ? contributions(target, country) : place.map { all[$0] } ?? []
                let (words, omitted) = differingWords(target, country, own, most)
                return DifferingCell(
                    target: target, country: country, cell: cell, words: words, witnesses: Witnesses(of: own),
                    omitted: omitted)
            }
        }.joined()
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.width, right.element.width)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    /// The words that count in a cell, each followed by those of other voices.
    private func differingWords(
        _ target: TargetIndex, _ country: CountryIndex, _ all: [(contribution: Contribution, use: ContributionUse)],
        _ most: Int?
    ) -> (words: [DifferingCell.Word], omitted: Int) {
        let counted = all.indices.filter { place in
            guard case .counted = all[place].use else { return false }
            // A part of the target differs from the whole without contradicting it; its own voices may still differ.
            return all[place].contribution.ceiling == .full
                || all[place].contribution.voices.map { $0.count > 1 } == true
        }
        let chosen = most.map { farthest($0, of: counted, among: all) } ?? counted
        let words = chosen.flatMap { place -> [DifferingCell.Word] in
            let item = explain(place, among: all, target, country)
            let spoke = item.reports.first { $0.use == .spoke }
            let others = item.reports.filter { $0.use == .otherVoice && $0.word.progress?.rank != nil }
            let main = DifferingCell.Word(
                forum: item.forum, commitment: item.commitment, progress: item.contribution.progress,
                report: spoke)
            return [main]
                + others.compactMap { report in
                    report.word.progress.map {
                        DifferingCell.Word(
                            forum: item.forum, commitment: item.commitment, progress: $0, report: report)
                    }
                }
        }
        return (words, counted.count - chosen.count)
    }

    /// So many places from both ends of the scale, in their order.
    private func farthest(
        _ most: Int, of places: [Int], among all: [(contribution: Contribution, use: ContributionUse)]
    ) -> [Int] {
        guard places.count > most else { return places }
        let ranked = places.sorted { left, right in
            let (a, b) = (all[left].contribution.progress.rank ?? 0, all[right].contribution.progress.rank ?? 0)
            return a == b ? left < right : a < b
        }
        return (ranked.prefix(most / 2) + ranked.suffix(most - most / 2)).sorted()
    }
}
