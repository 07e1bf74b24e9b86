import Diagnostics
package import FollowUpModel
import ForumWorkspace
import SystemIO

/// Whose words stand behind a cell, and how sure the surest of them is.
package struct Witnesses: Hashable, Sendable {
    /// The voices; bit n stands for the voice with code n.
    private var bits: UInt8 = 0
    /// How sure the surest report is; nil without any.
    package private(set) var confidence: Confidence?

    /// Nobody.
    package init() {}

    /// Those of the contributions that count.
    package init(of contributions: [(contribution: Contribution, use: ContributionUse)]) {
        for (contribution, use) in contributions {
            guard case .counted = use else { continue }
            bits |= 1 << (contribution.witness?.voice ?? .computed).code
            add(contribution.witness?.confidence)
        }
    }

    /// Takes others in.
    mutating func add(_ others: Witnesses) {
        bits |= others.bits
        add(others.confidence)
    }

    private mutating func add(_ other: Confidence?) {
        guard let other else { return }
        confidence = confidence.map { max($0, other) } ?? other
    }

    /// Whether a voice is among them.
    package func contains(_ voice: Voice) -> Bool { bits & 1 << voice.code != 0 }

    /// The names of the voices, in the order of the alphabet.
    package var voices: [String] { Self.names[Int(bits)] }

    /// The same with spaces between them, as in an attribute of a page.
    package var voiceList: String { Self.lists[Int(bits)] }

    private static let names: [[String]] = (0..<UInt8(1) << UInt8(Voice.allCases.count)).map { bits in
        Voice.allCases.filter { bits & 1 << $0.code != 0 }.map(\.rawValue).sorted()
    }
    private static let lists: [String] = names.map { $0.joined(separator: " ") }

    /// Who gave the words of every cell of a picture, by target and country; a measure with lines has all who gave those
    /// of its parts, and a target that nothing is aligned to an empty row.
    package static func rows(of snapshot: Snapshot) -> [[Witnesses]] {
        let framework = snapshot.workspace.framework
        let own = parallelMap(framework.targets.count) { number -> [Witnesses] in
            let target = TargetIndex(number)
            guard snapshot.alignedCount(target) > 0 else { return [] }
            return snapshot.contributions(target).map(Witnesses.init)
        }
        return own.indices.map { place in
            let lineCount = framework.lineCount(of: TargetIndex(place))
            guard lineCount > 0, !own[place].isEmpty else { return own[place] }
            let parts = own[place...place + lineCount].filter { !$0.isEmpty }
            return snapshot.countries.indices.map { country in
                parts.reduce(into: Witnesses()) { $0.add($1[country]) }
            }
        }
    }
    /// Who gave the words of one cell of a picture.
    package init(in snapshot: Snapshot, _ target: TargetIndex, _ country: CountryIndex) {
        let parts = snapshot.parts(target, country).map(\.target)
        for part in parts.isEmpty ? [target] : parts { add(Witnesses(of: snapshot.contributions(part, country))) }
    }
}

extension Snapshot {
    /// Who gave the words of the cells of a target and all countries, in their order.
    package func witnesses(_ target: TargetIndex) -> [Witnesses] {
        let parts = (0...workspace.framework.lineCount(of: target)).map {
            contributions(TargetIndex(Int(target.rawValue) + $0))
        }
        return countries.indices.map { country in
            parts.reduce(into: Witnesses()) { $0.add(Witnesses(of: $1[country])) }
        }
    }
}
