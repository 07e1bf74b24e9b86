import Diagnostics
package import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization

/// One day's picture with all that the pages need of it, worked out once and in no language.
package struct Picture: Sendable {
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
    /// Who gave the words of each cell, by target and country, see ``witnesses(_:_:)``.
    private let allWitnesses: [[Witnesses]]
    /// Each forum's own picture.
    private let layers: [Snapshot]

    /// The numbers of years that the pages look back.
    package static let spans = [1, 2, 5, 10]

    /// The workspace as it was so many years before.
    package struct Earlier: Sendable {
        /// How many years.
        package var years: Int
        /// The picture of that day.
        package var snapshot: Snapshot
    }

    /// Works out everything, looking back at the same workspace.
    package init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        let framework = snapshot.workspace.framework
        let targets = framework.targets.indices.map(TargetIndex.init).filter { snapshot.alignedCount($0) > 0 }
        self.targets = targets
        measures = targets.filter { framework[$0].line == nil }
        let farthest = Self.spans.max() ?? 0
        // Three kinds of work side by side: the years before, each forum alone, the cells' witnesses.
        let past = parallelMap(farthest) { place in snapshot.before(years: place + 1) }
        let layers = parallelMap(snapshot.forums.count) { place in
            var options = snapshot.options
            options.forums = [snapshot.forums[place].forum.definition.id]
            return Snapshot(of: snapshot.workspace, options: options, reusing: snapshot)
        }
        self.layers = layers
        earlier = Self.spans.map { Earlier(years: $0, snapshot: past[$0 - 1]) }
        history = (past.reversed() + [snapshot]).map { HistoryPoint(of: $0, targets: targets) }
        owing = Owing(snapshot)
        differing = snapshot.differingCells(
            among: targets, countries: snapshot.countries, most: PageLimits.differingCommitments)
        coverage = snapshot.coverage(of: targets, countries: snapshot.countries)
        allWitnesses = Self.witnesses(of: snapshot)
    }

    /// Who gave the words of each cell; of a measure with lines all who gave those of its parts.
    private static func witnesses(of snapshot: Snapshot) -> [[Witnesses]] {
        let framework = snapshot.workspace.framework
        let own = parallelMap(framework.targets.count) { number -> [Witnesses] in
            let contributions = snapshot.contributions(TargetIndex(number))
            return zip(snapshot.countries, contributions).map { Witnesses(of: $1, $0, in: snapshot) }
        }
        return own.indices.map { place in
            let target = TargetIndex(place)
            guard snapshot.alignedCount(target) > 0 else { return [] }
            let lineCount = framework[target].line == nil ? framework.measure(of: target).lines.count : 0
            return snapshot.countries.indices.map { country in
                (place...place + lineCount).reduce(into: Witnesses()) { $0.add(own[$1][country]) }
            }
        }
    }

    /// The place of a country among those of the picture, which is its place in a row of cells.
    package func place(of country: CountryIndex) -> Int? { snapshot.countries.firstIndex(of: country) }

    /// Who gave the words of a cell.
    package func witnesses(_ target: TargetIndex, _ place: Int) -> Witnesses {
        let row = allWitnesses[Int(target.rawValue)]
        return row.isEmpty ? Witnesses() : row[place]
    }

    /// What one forum says alone.
    package func layer(_ forum: String) -> Snapshot? {
        layers.first { $0.options.forums == [forum] }
    }

    /// Why a cell says what it says, in no language.
    ///
    /// - Parameter most: see ``Snapshot/explain(_:_:most:)``.
    package func explanation(_ code: String, _ id: String, most: Int? = nil) -> Explanation? {
        guard let country = country(code), let target = snapshot.workspace.framework.target(id) else { return nil }
        return snapshot.explain(target, country, most: most)
    }

    /// The country of the picture with this code.
    package func country(_ code: String) -> CountryIndex? {
        snapshot.workspace.countries.index(of: code).flatMap { snapshot.countries.contains($0) ? $0 : nil }
    }
}

/// Whose words stand behind a cell, and how sure the surest of them is.
package struct Witnesses: Hashable, Sendable {
    /// The voices.
    package var voices: Set<Voice> = []
    /// How sure the surest report is; nil without any.
    package var confidence: Confidence?

    /// Nobody.
    init() {}

    /// Those of the contributions that count; of a measure also those of its lines.
    package init(of target: TargetIndex, _ country: CountryIndex, in snapshot: Snapshot) {
        let parts = snapshot.parts(target, country).map(\.target)
        for part in parts.isEmpty ? [target] : parts {
            add(Witnesses(of: snapshot.contributions(part, country), country, in: snapshot))
        }
    }

    /// Those of some contributions.
    init(
        of contributions: [(contribution: Contribution, use: ContributionUse)], _ country: CountryIndex,
        in snapshot: Snapshot
    ) {
        for (contribution, use) in contributions {
            guard case .counted = use else { continue }
            let forum = snapshot.forums[contribution.forum]
            guard let report = forum.assessment(of: country, in: contribution.commitment)?.basis.report else {
                voices.insert(.computed)
                continue
            }
            voices.insert(forum.forum.reports.voice(of: report))
            let confidence = forum.forum.reports.confidence(of: report)
            self.confidence = self.confidence.map { max($0, confidence) } ?? confidence
        }
    }

    /// Takes others in.
    mutating func add(_ others: Witnesses) {
        voices.formUnion(others.voices)
        if let theirs = others.confidence { confidence = confidence.map { max($0, theirs) } ?? theirs }
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

    init(of snapshot: Snapshot, targets: [TargetIndex]) {
        asOf = snapshot.asOf
        tally = Tally(levelCount: snapshot.workspace.settings.scale.levels.count)
        coverage = Coverage()
        for target in targets {
            let isWhole = snapshot.workspace.framework[target].line == nil
            for (place, country) in snapshot.countries.enumerated() {
                let row = snapshot.row(target)
                let cell = isWhole ? snapshot.ownCell(target, country) : row[row.startIndex + place]
                guard let cell else { continue }
                tally.add(cell.progress)
                coverage.add(cell)
            }
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
