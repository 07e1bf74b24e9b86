import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// Where forums or voices differ.
struct DivergencesPage: PageView {
    var page: Frame
    var differing: [Differing]
    var hasDiffering: Bool
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
        var forum: Link
        var commitment: String
        var href: String
        /// In the forum's own language.
        var word: String?
        /// The word in the page's language, where that is another.
        var translation: String?
        var mark: Mark
        var date: DateText?
        var voice: String?
    }

    var country: Link
    var target: String
    var title: String
    var href: String
    var mark: Mark
    var flags: [Flag]
    var words: [Word]
    var more: Link?
}

extension PageBuilder {
    /// Where forums or voices differ.
    func divergences() -> any PageView {
        DivergencesPage(
            page: frame(texts[.divergencesTitle], summary: texts[.divergencesSummary]),
            differing: picture.differing.prefix(PageLimits.differing).map { differingItem($0) },
            hasDiffering: !picture.differing.isEmpty, more: notShown(picture.differing.count - PageLimits.differing),
            rule: texts[.divergentFrom, count: snapshot.workspace.settings.consolidation.divergentFrom],
            legend: legend([]))
    }

    func differingItem(_ differing: DifferingCell) -> Differing {
        let code = code(of: differing.country)
        let id = framework[differing.target].id
        return Differing(
            country: Link(label: name(of: differing.country), href: links.page(.country(code))), target: id,
            title: title(of: differing.target), href: cellLink(code, id),
            mark: mark(differing.cell.progress), flags: flags(differing.cell),
            words: differing.words.map { word in
                let definition = word.forum.forum.definition
                return Differing.Word(
                    forum: link(to: definition),
                    commitment: word.commitment.id,
                    href: links.commitment(word.commitment.id, of: definition.id), word: word.report?.word.word,
                    translation: word.report?.word.translation(for: language), mark: mark(word.progress),
                    date: shortDate(word.report?.row.date),
                    voice: word.report.map { texts[$0.row.voice] })
            }, more: notShown(differing.omitted))
    }
}
