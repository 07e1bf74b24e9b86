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
}
