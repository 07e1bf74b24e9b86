import Diagnostics
package import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// Makes the view of one page in one language.
///
/// It never changes; it is a class since a page's closures hold it many times, and many pages are made.
package final class PageBuilder: Sendable {
    /// The picture.
    package let picture: PageData
    /// The language.
    package let language: Language
    /// The page.
    package let address: PageAddress
    /// What links carry, see ``Links/query``.
    package let query: String
    /// What the server that answers the page's forms knows; nil on a static site.
    package let live: LiveState?
    let texts: Texts
    let dates: DateWords
    let links: Links

    /// Prepares a page.
    ///
    /// - Parameters:
    ///   - query: follows every link, such as `?as-of=2020`.
    ///   - ownQuery: follows links to this very page, its filter included; `query` where it is nil.
    ///   - live: what a server knows beside the picture; nil on a static site.
    ///   - site: the address of the site's folder, such as `/`, where the page isn't at its own address; links are
    ///     relative otherwise.
    package init(
        _ picture: PageData, _ language: Language, _ address: PageAddress, query: String = "",
        ownQuery: String? = nil, live: LiveState? = nil, site: String? = nil
    ) {
        self.picture = picture
        self.language = language
        self.address = address
        self.query = query
        self.live = live
        texts = picture.languages[language]
        dates = DateWords(texts)
        links = Links(
            from: address, query: query, ownQuery: ownQuery ?? query,
            site: site.map { ($0, $0 + language.code + "/") })
    }

    /// The view; nil where the address names a country, measure, line or forum that the picture doesn't have.
    package func view() -> (any PageView)? { picture.view(at: address)(self) }

    /// Whether a server answers the page's forms.
    var isLive: Bool { live != nil }

    var snapshot: Snapshot { picture.snapshot }
    var framework: Framework { picture.snapshot.workspace.framework }
    var scale: ProgressScale { picture.snapshot.workspace.settings.scale }

    /// A forum by its short name.
    func link(to forum: ForumDefinition) -> Link {
        Link(label: forum.shortName(for: language), href: links.page(.forum(forum.id)))
    }

    /// A country by its name.
    func link(to country: CountryIndex) -> Link {
        Link(label: name(of: country), href: links.page(.country(code(of: country))))
    }

    /// A commitment of a forum by its id and title.
    func view(of commitment: Commitment, in forum: ForumDefinition) -> CommitmentView {
        CommitmentView(
            forum: link(to: forum), id: commitment.id, title: wording(of: commitment.title),
            href: links.commitment(commitment.id, of: forum.id))
    }

    /// A country, or a forum as a whole, by its name.
    func link(to subject: CellSubject) -> Link {
        switch subject {
        case .country(let country): link(to: country)
        case .forum(let place): link(to: snapshot.forums[place].forum.definition)
        }
    }

    /// The word of a country, or of a forum as a whole, on a measure or line.
    func view(of target: TargetIndex, _ subject: CellSubject, _ cell: Cell) -> CellView {
        let id = framework[target].id
        return CellView(
            country: link(to: subject).label, id: id, title: title(of: target), mark: mark(cell.progress),
            flags: flags(cell), share: snapshot.partCounts(target, subject)?.fraction, newest: shortDate(cell.newest),
            href: subject.country == nil
                ? jointLink(picture.name(of: subject), target, cell) : cellLink(picture.name(of: subject), id))
    }

    /// The address of the page that tells why a forum as a whole has what it has; where it owes nothing there is none, and
    /// the measure's page tells of the target.
    func jointLink(_ forum: String, _ target: TargetIndex, _ cell: Cell) -> String {
        cell.progress == .missing(.notAddressed)
            ? links.page(.measure(framework.measure(of: target).id)) : cellLink(forum, framework[target].id)
    }

    /// The address of the page that tells why a cell says what it says; where no commitment is aligned, that is the
    /// measure's, which says so.
    func cellLink(_ country: String, _ target: String) -> String {
        cellLinks(target)[country.asPathPart]
    }

    /// Those addresses for all countries.
    func cellLinks(_ target: String) -> CellLinks {
        guard let index = framework.target(target), snapshot.alignedCount(index) == 0 else {
            return links.cells(of: target)
        }
        return CellLinks(links.page(.measure(framework.measure(of: index).id)))
    }

    /// Until when data reach, in words.
    func dataUntil(_ date: PartialDate?) -> String? { date.map { texts[.dataUntil, ["date": dates.long($0)]] } }

    /// The frame of the page.
    ///
    /// `detail` is said in the window's title only, where the page itself shows it elsewhere than in its heading.
    func frame(_ title: String, summary: String? = nil, detail: String? = nil, trail: [Link] = []) -> Frame {
        func entry(_ label: String, _ target: PageAddress) -> Link {
            Link(label: label, href: links.page(target), isCurrent: target.kind == section)
        }
        return Frame(
            language: language.code, direction: language.direction, product: picture.product(in: texts), title: title,
            windowTitle: [title, detail].compactMap(\.self).joined(separator: " · "), summary: summary,
            site: snapshot.workspace.settings.name.text(for: language), asOf: asOf,
            dataUntil: dataUntil(snapshot.dataUntil),
            root: links.root, home: links.page(.overview), search: links.page(.search),
            json: json, method: links.page(.method), isLive: isLive, stamp: live.map { "?v=" + $0.stamp } ?? "",
            api: isLive ? links.page(.api) : nil,
            menu: [
                entry(texts[.overview], .overview), entry(texts[.matrix], .matrix()),
                entry(texts[.countries], .countries),
                entry(texts[.measures], .measures), entry(texts[.forums], .forums), entry(texts[.dueShort], .due),
            ],
            more: [
                entry(texts[.divergencesShort], .divergences), entry(texts[.gapsShort], .gaps),
                entry(texts[.changesShort], .changes()), entry(texts[.method], .method),
            ], trail: trail,
            languages: picture.languages.languages.map {
                Link(
                    id: $0.code, label: picture.languages[$0][.languageName], href: links.page(in: $0),
                    isCurrent: $0 == language)
            }, notesLanguage: notesLanguage, notices: notices, broken: broken)
    }

    /// The address of the page's document, where it has one.
    private var json: String? {
        guard address.kind.hasDocument, isLive || address.kind != .cell else { return nil }
        return links.top + address.path + ".json" + links.ownQuery
    }

    /// That the files are broken and this is the last picture before, with the way to the list of what is wrong.
    private var broken: Link? {
        guard let live, live.isBroken else { return nil }
        return Link(label: texts[.filesBroken, count: live.errors], href: links.page(.problems))
    }

    /// The page of the menu under which this page stands.
    private var section: PageKind {
        switch address.kind {
        case .measure: .measures
        case .country: .countries
        case .forum: .forums
        case .cell: .matrix
        case .problems, .api: .method
        case let kind: kind
        }
    }

    private var notices: [String] {
        // Those of forums that can't be read are told with them.
        let rejected = picture.snapshot.forums.reduce(0) { $0 + ($1.failure == nil ? $1.forum.rejected : 0) }
        return [texts.forumsNotRead(in: picture.snapshot)].compactMap(\.self)
            + (rejected == 0 ? [] : [texts[.rejectedRows, count: rejected]])
    }

    /// That so many things are left out, with the way to the tables that hold all; nil for none.
    func notShown(_ count: Int) -> Link? {
        count > 0 ? Link(label: texts[.notShown, count: count], href: links.page(.method)) : nil
    }

    /// The date as it was asked for, and in words the day that it comes down to: the last one of a year or month.
    var asOf: DateText { lastDay(of: snapshot.options.asOf) }

    func lastDay(of date: PartialDate) -> DateText {
        DateText(iso: date.description, text: dates.long(PartialDate(date.latest)))
    }

    func date(_ date: PartialDate) -> DateText { DateText(iso: date.description, text: dates.long(date)) }

    func shortDate(_ date: PartialDate) -> DateText { DateText(iso: date.description, text: dates.short(date)) }

    func shortDate(_ date: PartialDate?) -> DateText? { date.map { shortDate($0) } }

    func shortDate(_ date: LegalDate?) -> DateText? {
        // Where only both ends are known, programs get the earlier one, which is the safer of the two.
        date.map { DateText(iso: ($0.partialDate ?? PartialDate($0.earliest)).description, text: dates.short($0)) }
    }

    func name(of country: CountryIndex) -> String { snapshot.workspace.countries[country].name.text(for: language) }

    func code(of country: CountryIndex) -> String { snapshot.workspace.countries[country].code }

    func title(of target: TargetIndex) -> String { framework.title(of: target).text(for: language) }

    /// The code of the language of notes, where it is known and isn't the page's.
    private var notesLanguage: String? {
        let known = snapshot.workspace.settings.notesLanguage
        return known == language ? nil : known?.code
    }

    /// A text of the data, with the code of its language where that is known and isn't the page's.
    func wording(of text: LocalizedText) -> Wording {
        let wording = text.wording(for: language)
        let isForeign = wording.language != language && wording.language != .undetermined
        return Wording(text: wording.text, language: isForeign ? wording.language.code : nil)
    }

    /// The share of a coverage with a word on progress, of the cells in which a commitment asks the country.
    func share(_ coverage: Coverage) -> String { percent(coverage.withProgress, of: coverage.addressed, in: texts) }

    /// What a sentence says of a coverage.
    func figures(_ coverage: Coverage) -> KeyValuePairs<String, String> {
        [
            "known": coverage.withProgress.written(in: texts), "addressed": coverage.addressed.written(in: texts),
            "share": share(coverage),
        ]
    }

    /// What stands below every total: how much is known, how old it is, where forums differ.
    func closing(_ coverage: Coverage) -> [String] {
        guard coverage.addressed > 0 else { return [texts[.nobodyAsked]] }
        var lines = [texts[.coverage, figures(coverage)]]
        if coverage.stale > 0 { lines.append(texts[.staleCells, count: coverage.stale]) }
        if coverage.divergent > 0 { lines.append(texts[.divergentCells, count: coverage.divergent]) }
        return lines
    }

    /// Countries by subregion, those of a subregion by name; last those of none that is known.
    func bySubregion<Item>(
        _ items: [Item], country: (Item) -> CountryIndex
    ) -> [(region: Region?, items: [Item])] {
        let table = snapshot.workspace.countries
        let groups = Dictionary(grouping: items.inOrder(ofNames: { name(of: country($0)) })) { item in
            table.regions.firstIndex { $0.id == table[country(item)].subregion } ?? table.regions.count
        }
        return groups.sorted { $0.key < $1.key }.map { place, items in
            (place < table.regions.count ? table.regions[place] : nil, items)
        }
    }

    /// That some titles are shown in another language, since they have no text in this one.
    func fallbacks(_ titles: [LocalizedText]) -> String? {
        let missing = titles.count { $0.wording(for: language).language != language }
        guard missing > 0 else { return nil }
        return texts[
            .translationsMissing,
            [
                "count": missing.written(in: texts), "total": titles.count.written(in: texts),
            ]]
    }
}

extension PageData {
    /// Makes the view of the page at an address in the language of a builder; nil where the picture doesn't have what the
    /// address names.
    ///
    /// What takes long to find out and reads the same in all languages is found out here, once for all builders.
    func view(at address: PageAddress) -> (PageBuilder) -> (any PageView)? {
        let names = address.names
        switch address.kind {
        case .overview: return { $0.overview() }
        case .matrix: return { $0.matrix(MatrixFilter(measure: address.measure, forum: address.forum)) }
        case .measures: return { $0.measuresPage() }
        case .measure: return { $0.measure(names[0]) }
        case .countries: return { $0.countriesPage() }
        case .country:
            let facts = CountryFacts(names[0], self)
            return { builder in facts.map(builder.country) }
        case .forums: return { $0.forumsPage() }
        case .forum:
            let facts = ForumFacts(names[0], self)
            return { builder in facts.map(builder.forum) }
        case .cell:
            let explanation = explanation(names[0], names[1], most: PageLimits.contributions)
            return { builder in explanation.map(builder.cell) }
        case .divergences: return { $0.divergences() }
        case .gaps: return { $0.gaps() }
        case .due: return { $0.due() }
        case .changes:
            let facts = earlier(of: address).map { ChangesFacts(since: $0, self) }
            return { builder in facts.map(builder.changes) }
        case .method: return { $0.method() }
        case .search: return { $0.search("") }
        case .problems, .api, .failure: return { _ in nil }
        }
    }
}

extension Sequence {
    /// In the order in which people look for names, without regard to capitals and accents.
    func inOrder(ofNames name: (Element) -> String) -> [Element] {
        map { ($0, name($0).foldedForSearch) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
