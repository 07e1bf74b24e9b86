package import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization
package import Localization
package import Records
import SystemIO

/// One day's picture with all that the pages need of it, worked out once and in no language.
package struct PageData: Sendable {
    /// The picture itself.
    package let snapshot: Snapshot
    /// The same workspace some years before, for what moved; the nearest first.
    package let earlier: [Earlier]
    /// What was known year by year, the oldest first, the picture itself last.
    package let history: [HistoryPoint]
    /// Measures and lines to which a commitment is aligned, in the order of the framework.
    package let targets: [TargetIndex]
    /// Those of them that are measures.
    package let measures: [TargetIndex]
    /// Everything that is owed.
    package let owing: Owing
    /// The cells in which forums or voices differ, the widest first.
    package let differing: [DifferingCell]
    /// How much of the picture is known; a measure with lines stands only for what is aligned to itself.
    package let coverage: Coverage
    /// What each forum's assessments say.
    package let tallies: [Tally]
    /// Who gave the words of each cell, see ``Witnesses/rows(of:)``.
    private let witnesses: [[Witnesses]]
    /// What each forum says alone.
    private let layers: [Layer]

    /// The numbers of years that the pages look back.
    package static let spans = [1, 2, 5, 10]

    /// The workspace as it was so many years before.
    package struct Earlier: Sendable {
        /// How many years.
        package var years: Int
        /// The picture of that day.
        package var cells: PastCells
    }

    /// What one forum says alone.
    private struct Layer: Sendable {
        var snapshot: Snapshot
        var witnesses: [[Witnesses]]
    }

    /// The workspace one year before.
    package var yearBefore: PastCells { earlier[0].cells }

    /// The picture to which the page of what moved compares this one.
    func earlier(of address: PageAddress) -> PastCells? {
        earlier.first { String($0.years) == address.names.first ?? "1" }?.cells
    }

    /// Works out everything, looking back at the same workspace.
    package init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        let framework = snapshot.workspace.framework
        let targets = framework.targets.indices.map(TargetIndex.init).filter { snapshot.alignedCount($0) > 0 }
        self.targets = targets
        measures = targets.filter { framework[$0].line == nil }
        let farthest = Self.spans.max() ?? 0
        // Three kinds of work, each side by side: the years before, each forum alone, the cells' witnesses.
        let past = parallelMap(farthest) { place in snapshot.before(years: place + 1).pastCells }
        layers = parallelMap(snapshot.forums.count) { place in
            var options = snapshot.options
            options.forums = [snapshot.forums[place].forum.definition.id]
            let layer = Snapshot(of: snapshot.workspace, options: options, reusing: snapshot)
            return Layer(snapshot: layer, witnesses: Witnesses.rows(of: layer))
        }
        earlier = Self.spans.map { Earlier(years: $0, cells: past[$0 - 1]) }
        history = (past.reversed() + [snapshot.pastCells]).map { HistoryPoint(of: $0, targets: targets) }
        owing = Owing(snapshot)
        differing = snapshot.differingCells(
            among: targets, countries: snapshot.countries, most: PageLimits.differingCommitments)
        coverage = snapshot.coverage(of: targets, countries: snapshot.countries)
        witnesses = Witnesses.rows(of: snapshot)
        let levelCount = snapshot.workspace.settings.scale.levels.count
        tallies = parallelMap(snapshot.forums.count) { snapshot.forums[$0].tally(levelCount: levelCount) }
    }

    /// The place of a country among those of the picture, which is its place in a row of cells.
    package func place(of country: CountryIndex) -> Int? { snapshot.countries.firstIndex(of: country) }

    /// Who gave the words of the cells of a target, the countries of the picture in their order.
    ///
    /// - Parameter forum: the id of the forum of the picture whose words alone are meant; nil for all.
    func witnesses(_ target: TargetIndex, ofForum forum: String? = nil) -> [Witnesses] {
        let rows = forum.flatMap(self.place).map { layers[$0].witnesses } ?? witnesses
        let row = rows[Int(target.rawValue)]
        return row.isEmpty ? [Witnesses](repeating: Witnesses(), count: snapshot.countries.count) : row
    }

    /// What one forum says alone.
    package func layer(_ forum: String) -> Snapshot? { place(ofForum: forum).map { layers[$0].snapshot } }

    /// The place of a forum among those of the picture.
    package func place(ofForum id: String) -> Int? {
        snapshot.forums.firstIndex { $0.forum.definition.id == id }
    }

    /// Why a cell says what it says, in no language: that of a country, or of a forum as a whole.
    ///
    /// - Parameter most: see ``Snapshot/explain(_:_:most:)``.
    package func explanation(_ code: String, _ id: String, most: Int? = nil) -> Explanation? {
        guard let target = snapshot.workspace.framework.target(id) else { return nil }
        guard let country = country(code) else {
            return place(ofForum: code).flatMap { snapshot.explain(target, ofForum: $0) }
        }
        return snapshot.explain(target, country, most: most)
    }

    /// The name by which an address has a country or a forum as a whole.
    package func name(of subject: CellSubject) -> String {
        switch subject {
        case .country(let country): snapshot.workspace.countries[country].code
        case .forum(let place): forumIds[place]
        }
    }

    /// What a country owes and has not given, the earliest first; nothing where the picture doesn't have it.
    package func openObligations(of country: CountryIndex) -> [DueItem] {
        guard let place = place(of: country) else { return [] }
        return owing.items(of: owing.ofCountries[place]).filter(\.obligation.state.isOpen)
    }

    /// The cells of a country in which forums or voices differ, the widest first.
    package func differing(about country: CountryIndex) -> [DifferingCell] {
        differing.filter { $0.country == country }
    }

    /// The codes of the countries of the picture.
    package var countryCodes: [String] { snapshot.countries.map { snapshot.workspace.countries[$0].code } }

    /// The ids of the forums of the picture.
    package var forumIds: [String] { snapshot.forums.map(\.forum.definition.id) }

    /// The country of the picture with this code.
    package func country(_ code: String) -> CountryIndex? {
        snapshot.workspace.countries.index(of: code).flatMap { snapshot.countries.contains($0) ? $0 : nil }
    }
}

/// What was known on a day of the past.
package struct HistoryPoint: Hashable, Sendable {
    /// The day.
    package var asOf: CalendarDay
    /// The words of all cells of measures and lines.
    package var tally: Tally
    /// How much of the picture was known.
    package var coverage: Coverage

    init(of cells: PastCells, targets: [TargetIndex]) {
        asOf = cells.asOf.latest
        tally = Tally(levelCount: cells.levelCount)
        coverage = Coverage()
        for cell in targets.flatMap(cells.own) {
            tally.add(cell.progress)
            coverage.add(cell)
        }
    }
}

extension Snapshot {
    /// The picture of the same workspace so many years before.
    fileprivate func before(years: Int) -> Snapshot {
        var options = options
        options.asOf = PartialDate(asOf.adding(months: -12 * years))
        return Snapshot(of: workspace, options: options)
    }
}

extension PageData {
    /// The languages that there are texts in.
    package var languages: LanguageSet { snapshot.workspace.languages }

    /// What the site is called, in a few words.
    func product(in texts: Texts) -> String {
        snapshot.workspace.settings.shortName?.text(for: texts.language) ?? texts[.product]
    }
}

extension PageData {
    /// The cells that an older picture of the same workspace shows differently: of lines and of measures without lines, so
    /// that nothing comes twice.
    package func moved(since old: PastCells) -> [MovedCell] {
        let framework = snapshot.workspace.framework
        let lines = targets.filter { framework[$0].line != nil || framework.measure(of: $0).lines.isEmpty }
        return lines.flatMap { target in
            let (before, after) = (old.row(target), snapshot.row(target))
            return snapshot.countries.enumerated().compactMap { place, country -> MovedCell? in
                let (left, right) = (before[before.startIndex + place], after[after.startIndex + place])
                guard CellLook(left) != CellLook(right) else { return nil }
                let direction = Direction(from: left, to: right) {
                    snapshot.fall(target, country, since: old.asOf.latest)
                }
                return MovedCell(target: target, country: country, old: left, new: right, direction: direction)
            }
        }
    }
}

extension Snapshot {
    /// The reports between the two days that moved a cell: those that speak now, of all commitments that it is made of.
    ///
    /// There are none where time alone moved it, as when a deadline passed.
    package func reports(that moved: MovedCell, since old: CalendarDay) -> [PlacedReport] {
        let (target, country) = (moved.target, moved.country)
        let parts = parts(target, country).map(\.target)
        var found: [PlacedReport] = []
        var seen: Set<PlacedReport> = []
        for part in parts.isEmpty ? [target] : parts {
            for (contribution, _) in contributions(part, country) {
                let forum = forums[contribution.forum]
                guard let report = forum.assessment(of: country, in: contribution.commitment)?.basis.report,
                    !forum.forum.reports.dates[Int(report.rawValue)].hasPassed(by: old)
                else { continue }
                let moving = PlacedReport(forum: contribution.forum, report: report)
                if seen.insert(moving).inserted { found.append(moving) }
            }
        }
        return found
    }
}
