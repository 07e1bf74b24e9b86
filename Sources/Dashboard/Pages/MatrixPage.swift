package import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// Countries by measures or lines of action.
struct MatrixPage: PageView {
    /// One column.
    struct Column: Codable, Sendable {
        var id: String
        var title: String
        var href: String
        /// Whether it stands for a measure as a whole beside its lines.
        var isWhole: Bool
        var sortHref: String
        var isSorted: Bool
    }

    /// One cell, with what filters ask of it.
    struct Entry: Codable, Sendable {
        var target: String
        var mark: Mark
        /// The cell in words, for those who don't see it.
        var text: String
        /// Its marks, see ``Flag``; nil without any.
        var flags: String?
        /// Of a measure with lines, how many of its parts have a word.
        var share: String?
        var voices: String
        var confidence: Int
        var href: String
        /// Whether a filter takes it out of view.
        var isMuted: Bool
    }

    /// One country.
    struct Row: Codable, Sendable {
        var code: String
        var name: String
        var href: String
        var cells: [Entry]
    }

    /// The countries of one subregion, or all.
    struct Group: Codable, Sendable {
        var id: String
        var name: String?
        var rows: [Row]
    }

    /// What the matrix can be narrowed to; what takes all has no id.
    struct Choices: Codable, Sendable {
        var measures: [Link]
        var forums: [Link]
        var subregions: [Link]
        var voices: [Link]
        var confidences: [Link]
    }

    var page: Frame
    /// The measure whose lines are the columns.
    var measure: Link?
    /// The forum that speaks alone.
    var forum: Link?
    var columns: [Column]
    var columnCount: Int
    var groups: [Group]
    /// The countries of which the forum that speaks alone asks nothing that is shown; they have no row.
    var unasked: [Link]
    var choices: Choices
    var legend: Legend
    var coverage: [String]
}

/// What the matrix is narrowed to; everything stands in the page's address.
package struct MatrixFilter: Hashable, Sendable {
    /// Only the lines of this measure.
    package var measure: String?
    /// Only what this forum says.
    package var forum: String?
    /// Only the countries of this subregion, by its M49 code.
    package var subregion: String?
    /// Only words to which this voice gave one.
    package var voice: Voice?
    /// Only words at least this sure.
    package var confidence: Confidence?
    /// The measure or line by which countries are sorted, the farthest first; otherwise by subregion and name.
    package var sort: String?

    /// Narrows nothing.
    package static let none = MatrixFilter()
}

extension PageBuilder {
    /// The matrix; nil where the filter names a measure or forum that the picture doesn't have.
    package func matrix(_ filter: MatrixFilter) -> (any PageView)? {
        let measure = filter.measure.flatMap { framework.measure($0) }
        let layer = filter.forum.flatMap(picture.layer)
        guard (measure == nil) == (filter.measure == nil), (layer == nil) == (filter.forum == nil) else { return nil }
        return MatrixMaker(
            builder: self, filter: filter, measure: measure, layer: layer, marks: MarkTable(self)
        ).page
    }
}

/// Puts the matrix together.
private struct MatrixMaker {
    let builder: PageBuilder
    let filter: MatrixFilter
    let measure: Framework.Measure?
    /// What one forum says alone, where one is chosen.
    let layer: Snapshot?
    let marks: MarkTable
    private var picture: PageData { builder.picture }
    private var framework: Framework { builder.framework }
    private var texts: Texts { builder.texts }
    private var shown: Snapshot { layer ?? builder.snapshot }

    /// The measure's lines and the measure itself; without one the measures; of one forum all it is aligned to.
    private var targets: [TargetIndex] {
        if let measure {
            let lines = measure.lines.compactMap { framework.target($0.id) }
            return lines + [framework.target(measure.id)].compactMap(\.self)
        }
        guard let layer else { return picture.measures }
        return picture.targets.filter { layer.alignedCount($0) > 0 && (framework[$0].line != nil || isOwn($0, layer)) }
    }

    /// Whether a commitment is aligned to the measure itself.
    private func isOwn(_ target: TargetIndex, _ snapshot: Snapshot) -> Bool {
        snapshot.countries.first.map { snapshot.ownCell(target, $0) != nil } ?? false
    }

    var page: MatrixPage {
        let targets = targets
        let links = builder.links
        let (asked, unasked) = countries(targets)
        let measureLink = measure.map {
            Link(
                label: "\($0.code) \($0.title.text(for: builder.language))", href: links.page(.measure($0.id)))
        }
        let forumLink = layer.map { layer in
            let definition = layer.forums[0].forum.definition
            return Link(label: definition.name.text(for: builder.language), href: links.page(.forum(definition.id)))
        }
        let title = [measureLink?.label, forumLink?.label].compactMap(\.self).joined(separator: " · ")
        let trail = measure == nil && layer == nil ? [] : [Link(label: texts[.matrix], href: links.page(.matrix()))]
        let progress = Set(
            targets.flatMap { target in shown.row(target).compactMap(\.progress.missing) })
        return MatrixPage(
            page: builder.frame(
                title.isEmpty ? texts[.matrixTitle] : title, summary: summary,
                detail: trail.isEmpty ? nil : texts[.matrix], trail: trail),
            measure: measureLink, forum: forumLink, columns: targets.map(column), columnCount: targets.count + 1,
            groups: groups(of: asked, targets) + joint(targets), unasked: unasked, choices: choices,
            legend: builder.legend(progress),
            coverage: builder.closing(
                layer.map { $0.coverage(of: targets, countries: $0.countries) }
                    ?? shown.coverage(of: measure == nil ? picture.targets : targets, countries: shown.countries)))
    }

    /// Whose words the cells are.
    private var summary: String {
        guard let layer else { return texts[.matrixSummary] }
        let forum = layer.forums[0].forum.definition.shortName(for: builder.language)
        return texts[.matrixOfForum, ["forum": forum]]
    }

    private func column(_ target: TargetIndex) -> MatrixPage.Column {
        let entry = framework[target]
        let isWhole = entry.line == nil && measure?.lines.isEmpty == false
        return MatrixPage.Column(
            id: entry.id, title: isWhole ? texts[.wholeMeasure] : builder.title(of: target),
            href: measure == nil && layer == nil
                ? builder.links.page(.matrix(measure: entry.id))
                : builder.measureLink(target),
            isWhole: isWhole, sortHref: builder.links.here(with: "sort", entry.id),
            isSorted: filter.sort == entry.id)
    }

    /// One column, with what is the same in all of its cells.
    private struct Column {
        var target: TargetIndex
        var id: String
        var cells: ArraySlice<Cell>
        /// Who gave their words; of one forum alone only its own count.
        var witnesses: [Witnesses]
        var links: CellLinks
    }

    /// A country with its place among all.
    private typealias Placed = (offset: Int, element: CountryIndex)

    /// The countries in view that the columns ask something of, and of one forum alone those it asks nothing.
    private func countries(_ targets: [TargetIndex]) -> (asked: [Placed], unasked: [Link]) {
        let table = builder.snapshot.workspace.countries
        let countries = shown.countries.enumerated().filter { _, country in
            filter.subregion.map { table[country].subregion == $0 || table[country].region == $0 } ?? true
        }
        guard let layer else { return (countries, []) }
        let rows = targets.map { layer.row($0) }
        func isUnasked(_ country: Placed) -> Bool {
            rows.allSatisfy { $0[$0.startIndex + country.offset].progress.missing == .notAddressed }
        }
        let unasked = countries.filter(isUnasked).map { builder.link(to: $0.element) }.inOrder(ofNames: \.label)
        return (countries.filter { !isUnasked($0) }, unasked)
    }

    private func groups(of countries: [Placed], _ targets: [TargetIndex]) -> [MatrixPage.Group] {
        let columns = targets.map { target in
            let id = framework[target].id
            return Column(
                target: target, id: id, cells: shown.row(target),
                witnesses: picture.witnesses(target, ofForum: filter.forum), links: builder.cellLinks(id))
        }
        if let sort = filter.sort.flatMap(framework.target), targets.contains(sort) {
            let cells = Array(shown.row(sort))
            func rank(_ country: Placed) -> Int { cells[country.offset].progress.rank ?? -2 }
            let sorted = countries.sorted { rank($0) > rank($1) }
            return [MatrixPage.Group(id: "all", name: nil, rows: sorted.map { row($0, $1, columns) })]
        }
        return builder.bySubregion(countries, country: \.element).map { region, countries in
            MatrixPage.Group(
                id: region?.id ?? "rest", name: region?.name.text(for: builder.language),
                rows: countries.map { row($0, $1, columns) })
        }
    }

    /// What the members of a forum owe as one: a row of its own for each forum, since no country is charged with it.
    private func joint(_ targets: [TargetIndex]) -> [MatrixPage.Group] {
        guard filter.subregion == nil else { return [] }
        let rows = shown.jointRows(targets).map { row in
            let forum = shown.forums[row.forum].forum.definition
            return MatrixPage.Row(
                code: forum.id, name: forum.shortName(for: builder.language),
                href: builder.links.page(.forum(forum.id)),
                cells: row.cells.map { joint in
                    let id = framework[joint.target].id
                    return entry(
                        id, joint.cell, joint.witnesses, share: joint.parts?.fraction,
                        builder.jointLink(forum.id, joint.target, joint.cell))
                })
        }
        guard !rows.isEmpty else { return [] }
        return [MatrixPage.Group(id: "joint", name: texts[.forumsAsAWhole], rows: rows.inOrder(ofNames: \.name))]
    }

    private func row(_ place: Int, _ country: CountryIndex, _ columns: [Column]) -> MatrixPage.Row {
        let code = builder.code(of: country)
        let codeInPath = code.asPathPart
        return MatrixPage.Row(
            code: code, name: builder.name(of: country), href: builder.links.page(.country(code)),
            cells: columns.map { entry($0, place, country, codeInPath) })
    }

    private func entry(
        _ column: Column, _ place: Int, _ country: CountryIndex, _ codeInPath: String
    ) -> MatrixPage.Entry {
        entry(
            column.id, column.cells[column.cells.startIndex + place], column.witnesses[place],
            share: layer == nil ? shown.partCounts(column.target, country)?.fraction : nil,
            column.links[codeInPath])
    }

    private func entry(
        _ target: String, _ cell: Cell, _ witnesses: Witnesses, share: String?, _ href: String
    ) -> MatrixPage.Entry {
        let look = marks[cell]
        let isFiltered = filter.voice.map { !witnesses.contains($0) } ?? false
        let isUnsure = filter.confidence.map { (witnesses.confidence ?? .unknown) < $0 } ?? false
        return MatrixPage.Entry(
            target: target, mark: look.mark, text: look.text, flags: look.flags, share: share,
            voices: witnesses.voiceList, confidence: witnesses.confidence?.rank ?? 0, href: href,
            isMuted: isFiltered || isUnsure)
    }

    private var choices: MatrixPage.Choices {
        let (links, language) = (builder.links, builder.language)
        let subregions = builder.snapshot.workspace.countries.regions.filter { region in
            builder.snapshot.countries.contains { builder.snapshot.workspace.countries[$0].subregion == region.id }
        }
        /// All, then each by its value; those that stand in the path have an address.
        func choices(
            _ all: Message, _ chosen: String?, _ values: [(value: String, label: String)],
            address: ((String?) -> PageAddress)? = nil
        ) -> [Link] {
            ([(nil, texts[all])] + values.map { ($0, $1) }).map { value, label in
                Link(
                    id: value, label: label, href: address.map { links.page($0(value)) }, isCurrent: value == chosen)
            }
        }
        return MatrixPage.Choices(
            measures: choices(
                .allMeasures, measure?.id,
                picture.measures.map {
                    (framework[$0].id, "\(framework.measure(of: $0).code) \(builder.title(of: $0))")
                }, address: { .matrix(measure: $0) }),
            forums: choices(
                .allForums, filter.forum,
                builder.snapshot.forums.map(\.forum.definition).map { ($0.id, $0.shortName(for: language)) },
                address: { .matrix(forum: $0) }),
            subregions: choices(
                .allSubregions, filter.subregion, subregions.map { ($0.id, $0.name.text(for: language)) }),
            voices: choices(.allVoices, filter.voice?.rawValue, Voice.allCases.map { ($0.rawValue, texts[$0]) }),
            confidences: choices(
                .anyConfidence, filter.confidence.map { String($0.rank) },
                [Confidence.high, .medium, .low].map { (String($0.rank), texts[$0]) }))
    }
}
