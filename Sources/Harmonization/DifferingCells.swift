package import FollowUpModel
package import ForumWorkspace

/// A cell in which forums or voices differ, with the words that do.
package struct DifferingCell {
    /// One word that counts in the cell, or stands against one that does.
    package struct Word {
        package var forum: LoadedForum
        package var commitment: Commitment
        package var progress: Progress
        /// The report that said it; nil where the module worked the progress out.
        package var report: ExplainedReport?
    }

    package var target: TargetIndex
    package var country: CountryIndex
    package var cell: Cell
    package var words: [Word]

    /// The number of levels between the lowest and the highest word.
    package var width: Int { cell.spread.map { $0.upperBound - $0.lowerBound } ?? 0 }
}

extension Snapshot {
    /// The cells in which forums or voices differ, the widest spread first.
    ///
    /// A measure with lines is asked only for what is aligned to the measure itself, so that no difference comes twice.
    package func differingCells(among targets: [TargetIndex], countries: [CountryIndex]) -> [DifferingCell] {
        let found = targets.flatMap { target in
            countries.compactMap { country -> DifferingCell? in
                guard let cell = ownCell(target, country), cell.isDivergent || cell.isContradicted else { return nil }
                return DifferingCell(
                    target: target, country: country, cell: cell, words: differingWords(target, country))
            }
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.width, right.element.width)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    /// The words that count in a cell, each followed by those of other voices.
    private func differingWords(_ target: TargetIndex, _ country: CountryIndex) -> [DifferingCell.Word] {
        explain(target, country).contributions.flatMap { item -> [DifferingCell.Word] in
            guard case .counted = item.use else { return [] }
            let spoke = item.reports.first { $0.use == .spoke }
            let others = item.reports.filter { $0.use == .otherVoice && $0.word.progress?.rank != nil }
            let main = DifferingCell.Word(
                forum: item.forum.forum, commitment: item.commitment, progress: item.contribution.progress,
                report: spoke)
            return [main]
                + others.compactMap { report in
                    report.word.progress.map {
                        DifferingCell.Word(
                            forum: item.forum.forum, commitment: item.commitment, progress: $0, report: report)
                    }
                }
        }
    }
}
