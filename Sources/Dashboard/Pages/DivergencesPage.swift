import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// Where forums or voices differ.
struct DivergencesPage: PageView {
    var page: Frame
    var differing: [Differing]
    /// How many are left out, with the way to all.
    var more: Link?
    /// By how many levels forums must differ.
    var rule: String
    var legend: Legend
}

/// A cell in which forums or voices differ, with the words that do.
struct Differing: Codable, Sendable {
    /// One word.
    struct Word: Codable, Sendable {
        var commitment: CommitmentView
        /// In the forum's own language.
        var word: String?
        /// The word in the page's language, where that is another.
        var translation: String?
        var mark: Mark
        var date: DateText?
        var voice: String?
    }

    var cell: CellView
    var words: [Word]
    var more: Link?
}

extension PageBuilder {
    /// Where forums or voices differ.
    func divergences() -> any PageView {
        DivergencesPage(
            page: frame(texts[.divergencesTitle], summary: texts[.divergencesSummary]),
            differing: picture.differing.prefix(PageLimits.differing).map { differingItem($0) },
            more: notShown(picture.differing.count - PageLimits.differing),
            rule: texts[.divergentFrom, count: snapshot.workspace.settings.consolidation.divergentFrom],
            legend: legend([]))
    }

    func differingItem(_ differing: DifferingCell) -> Differing {
        Differing(
            cell: view(of: differing.target, .country(differing.country), differing.cell),
            words: differing.words.map { word in
                Differing.Word(
                    commitment: view(of: word.commitment, in: word.forum.forum.definition),
                    word: word.report?.word.word, translation: word.report?.word.translation(for: language),
                    mark: mark(word.progress), date: shortDate(word.report?.row.date),
                    voice: word.report.map { texts[$0.row.voice] })
            }, more: notShown(differing.omitted))
    }
}
