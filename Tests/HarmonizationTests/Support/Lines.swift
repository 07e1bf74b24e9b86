import FollowUpModel
import ForumWorkspace
import Harmonization
import Testing

/// A date that the test itself writes correctly.
func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

extension Snapshot {
    /// A cell by the names that people use.
    func cell(_ target: String, _ country: String) throws -> Cell {
        self[
            try #require(workspace.framework.target(target)), try #require(workspace.countries.index(of: country))]
    }

    /// An explanation by the names that people use.
    func explain(_ target: String, _ country: String) throws -> Explanation {
        explain(
            try #require(workspace.framework.target(target)), try #require(workspace.countries.index(of: country)))
    }

    /// A cell as the reference writes it.
    func text(of cell: Cell) -> String {
        var plain = PlainCell(word: text(of: cell.progress))
        plain.spread = cell.spread.map { [$0.lowerBound, $0.upperBound] } ?? []
        plain.isDivergent = cell.isDivergent
        plain.isContradicted = cell.isContradicted
        plain.isStale = cell.isStale
        plain.isOverdue = cell.isOverdue
        plain.newest = cell.newest?.description
        plain.contributions = cell.contributions
        plain.addressed = cell.addressed
        return plain.description
    }

    private func text(of progress: Progress) -> String {
        switch progress {
        case .level(let level): workspace.settings.scale[level].id
        case .contrary: "contrary"
        case .missing(let kind): kind.rawValue
        }
    }

    /// All cells as the reference writes them, one line each.
    func lines() -> [String] {
        workspace.framework.targets.indices.flatMap { place in
            zip(countries, row(TargetIndex(place))).map { country, cell in
                "\(workspace.framework.targets[place].id) \(workspace.countries[country].code): \(text(of: cell))"
            }
        }
    }
}

extension PlainPicture {
    /// All cells, one line each, in the order of the framework and of the countries.
    func lines() -> [String] {
        let cells = cells()
        return workspace.targets.flatMap { target in
            workspace.countries.map { "\(target) \($0): \(cells[target]?[$0]?.description ?? "missing")" }
        }
    }
}
