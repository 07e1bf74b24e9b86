public import FollowUpModel

/// Where the picture is silent.
public struct Gaps: Sendable {
    /// A country without a word on a target that some commitment is aligned to, whether or not it asks the country.
    public struct Silence: Hashable, Sendable {
        /// The measure or line.
        public var target: TargetIndex
        /// The country.
        public var country: CountryIndex
        /// Which kind of nothing it is.
        public var kind: MissingReason
    }

    /// Measures and lines that no commitment of the picture's forums is aligned to.
    public var uncovered: [TargetIndex]
    /// Countries without a word on targets that some commitment is aligned to.
    public var silences: [Silence]
}

/// A cell in which forums, or the voices within a commitment, differ.
public struct Divergence: Hashable, Sendable {
    /// The measure or line.
    public var target: TargetIndex
    /// The country.
    public var country: CountryIndex
    /// The cell.
    public var cell: Cell
}

extension Snapshot {
    /// Where the picture is silent among some targets and countries, in their order.
    public func gaps(among targets: [TargetIndex], countries: [CountryIndex]) -> Gaps {
        var gaps = Gaps(uncovered: [], silences: [])
        for target in targets {
            guard alignedCount(target) > 0 else {
                gaps.uncovered.append(target)
                continue
            }
            for country in countries {
                if case .missing(let kind) = self[target, country].progress {
                    gaps.silences.append(Gaps.Silence(target: target, country: country, kind: kind))
                }
            }
        }
        return gaps
    }

    /// The cells in which forums or voices differ, among some targets and countries, the widest spread first.
    public func divergences(among targets: [TargetIndex], countries: [CountryIndex]) -> [Divergence] {
        var found: [Divergence] = []
        for target in targets {
            for country in countries {
                let cell = self[target, country]
                if cell.isDivergent || cell.isContradicted {
                    found.append(Divergence(target: target, country: country, cell: cell))
                }
            }
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.width, right.element.width)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }
}

extension Divergence {
    /// The number of levels between the lowest and the highest word.
    public var width: Int { cell.spread.map { $0.upperBound - $0.lowerBound } ?? 0 }
}
