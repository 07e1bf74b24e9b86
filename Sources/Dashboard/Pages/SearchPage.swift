import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// Everything that has a page or a name: countries, measures and lines, forums, commitments.
struct SearchPage: PageView {
    /// One thing that can be found.
    struct Entry: Codable, Sendable {
        var label: Wording
        var detail: String?
        var href: String
        /// What is looked through, in small letters and without accents.
        var key: String
    }

    /// The things of one kind.
    struct Group: Codable, Sendable {
        var title: String
        var entries: [Entry]
        var count: Int
    }

    var page: Frame
    var query: String
    var groups: [Group]
    var found: String
}

extension PageBuilder {
    /// Everything whose texts hold all words of a query, or everything for an empty one.
    package func search(_ query: String) -> any PageView {
        let wanted = query.foldedForSearch.split(separator: " ")
        let groups = [
            (texts[.countries], countryEntries), (texts[.measuresAndLines], targetEntries),
            (texts[.forums], forumEntries),
            (texts[.commitments], commitmentEntries),
        ].map { title, entries in
            let found = wanted.isEmpty ? entries : entries.filter { entry in wanted.allSatisfy(entry.key.contains) }
            return SearchPage.Group(title: title, entries: found, count: found.count)
        }
        return SearchPage(
            page: frame(texts[.search], summary: texts[.searchSummary]), query: query, groups: groups,
            found: texts[.foundCount, count: groups.reduce(0) { $0 + $1.count }])
    }

    private func entry(
        _ label: Wording, _ detail: String?, _ href: String, _ keys: [String] = []
    ) -> SearchPage.Entry {
        SearchPage.Entry(
            label: label, detail: detail, href: href,
            key: ([label.text, detail ?? ""] + keys).joined(separator: " ").foldedForSearch)
    }

    private var countryEntries: [SearchPage.Entry] {
        snapshot.countries.map { country in
            let code = code(of: country)
            return entry(Wording(text: name(of: country)), code, links.page(.country(code)))
        }.sorted { $0.key < $1.key }
    }

    private var targetEntries: [SearchPage.Entry] {
        framework.targets.indices.map { number in
            let target = TargetIndex(number)
            let measure = framework.measure(of: target)
            let id = framework[target].id
            let isWhole = framework[target].line == nil
            return entry(
                Wording(text: "\(isWhole ? measure.code : id) \(title(of: target))"), nil,
                links.page(.measure(measure.id), anchor: isWhole ? nil : "l-\(id)"))
        }
    }

    private var forumEntries: [SearchPage.Entry] {
        snapshot.forums.map(\.forum.definition).map { definition in
            entry(
                Wording(text: definition.shortName(for: language)), definition.name.text(for: language),
                links.page(.forum(definition.id)), [definition.id])
        }
    }

    private var commitmentEntries: [SearchPage.Entry] {
        snapshot.forums.map(\.forum).flatMap { forum in
            forum.commitments.map { commitment in
                entry(
                    wording(of: commitment.title),
                    [forum.definition.shortName(for: language), commitment.id, commitment.number]
                        .compactMap(\.self).joined(separator: " · "),
                    links.commitment(commitment.id, of: forum.definition.id))
            }
        }
    }
}
