import FollowUpModel
import ForumWorkspace
import Harmonization
import Records

/// One cell that two pictures show differently, and the edits behind it.
struct CellChange: Record {
    /// The measure or line.
    var target: String
    /// The country's code.
    var country: String
    /// The old cell with the scale of its picture; nil where the old picture has none.
    var old: (cell: Harmonization.Cell, scale: ProgressScale)?
    /// The new cell with the scale of its picture; nil where the new picture has none.
    var new: (cell: Harmonization.Cell, scale: ProgressScale)?
    /// Where it moved.
    var direction: Direction
    /// The places of the edits in the list of all edits.
    var edits: [Int]

    static let schema = RecordSchema<CellChange>("cell-change", "A cell that two pictures show differently.") {
        Field("country", "The country's code.") { $0.country }
        Field("target", "The measure or line.") { $0.target }
        Field("direction", "Where it moved.") { $0.direction }
        Field("before", "The cell before; null where the picture has none.") { $0.old.map(LookRecord.init) }
        Field("after", "The cell after; null where the picture has none.") { $0.new.map(LookRecord.init) }
        Field("edits", "The edits behind it: places in the list of edits, from 0.") { $0.edits }
    }
}

/// Finds the cells that differ between two pictures.
struct CellChanges {
    let old: Snapshot
    let new: Snapshot
    let edits: [Edit]

    /// All changed cells, by measure and line, then by country.
    func find() -> [CellChange] {
        let (before, after) = (old.workspace.framework, new.workspace.framework)
        let targets = after.targets.map(\.id) + before.targets.map(\.id).filter { after.target($0) == nil }
        let countries = Set(old.countryCodes + new.countryCodes).sorted()
        return targets.flatMap { target in
            countries.compactMap { country in
                let (left, right) = (old.cell(target, country), new.cell(target, country))
                guard left.map(CellLook.init) != right.map(CellLook.init) else { return nil }
                return CellChange(
                    target: target, country: country, old: left.map { ($0, old.workspace.settings.scale) },
                    new: right.map { ($0, new.workspace.settings.scale) },
                    direction: Direction(from: left, to: right) { fall(target, country) },
                    edits: causes(target, country))
            }
        }
    }

    /// The number of cells of the new picture that some commitment is aligned to.
    var total: Int {
        let framework = new.workspace.framework
        return framework.targets.indices.count { new.alignedCount(TargetIndex($0)) > 0 } * new.countries.count
    }

    /// Why a cell has a lower level in the new picture, or none.
    private func fall(_ target: String, _ country: String) -> Direction {
        let (before, after) = (old.parts(target, country), new.parts(target, country))
        let fallen = before.filter { key, part in
            part.look.progress.rank.map { (after[key]?.look.progress.rank ?? Int.min) < $0 } == true
        }
        if fallen.keys.contains(where: { after[$0]?.saysLess == true }) { return .stepBack }
        return fallen.isEmpty ? .moreAsked : .withdrawn
    }

    /// The edits behind one cell, looked for from near to far: those of the contributions that differ and of the country
    /// itself; else those of the commitments; else those of the forums; else those of the workspace and of time.
    private func causes(_ target: String, _ country: String) -> [Int] {
        let (before, after) = (old.parts(target, country), new.parts(target, country))
        let differing = Set(before.keys).union(after.keys).filter { before[$0]?.look != after[$0]?.look }
        var found: Set<Int> = []
        for key in differing {
            let words = Set([before[key]?.word, after[key]?.word].compactMap(\.self))
            let ofForum = edits.indices.filter { edits[$0].forum == key.forum }
            let near = ofForum.filter { edits[$0].isNear(key, country: country, words: words) }
            let onCommitment = ofForum.filter { edits[$0].concerns(key.commitment) }
            found.formUnion(!near.isEmpty ? near : !onCommitment.isEmpty ? onCommitment : ofForum)
        }
        if found.isEmpty { found.formUnion(edits.indices.filter { edits[$0].forum == nil }) }
        return found.sorted()
    }
}

/// Which commitment of which forum.
private struct PartKey: Hashable {
    var forum: String
    var commitment: String
}

/// What one commitment says in a cell.
private struct Part {
    /// What the cell is made of.
    struct Look: Hashable {
        var relations: [Relation]
        var standing: Standing
        var progress: Progress
        var voices: ClosedRange<Int>?
        var date: PartialDate?
        var isOverdue: Bool
    }

    var look: Look
    /// The forum's word behind it.
    var word: String?
    /// Whether that word says that what was reached no longer holds.
    var saysLess: Bool
}

extension Edit {
    /// Whether it is about a commitment of its forum, now or before.
    fileprivate func concerns(_ id: String) -> Bool { commitment == id || former?.commitment == id }

    /// Whether it is about this commitment and country, its membership, or the word that spoke.
    fileprivate func isNear(_ key: PartKey, country: String, words: Set<String>) -> Bool {
        switch subject {
        case .report, .commitment, .deadline:
            (commitment == key.commitment && (party == nil || party == country))
                || former == Former(commitment: key.commitment, party: country)
        case .membership: party == country
        case .statusWord: item.map { item in words.contains { item == $0 || item.hasPrefix("\($0) (") } } ?? false
        case .forum: change != .changed
        case .workspace, .age: false
        }
    }
}

extension Snapshot {
    /// The codes of the picture's countries.
    fileprivate var countryCodes: [String] { countries.map { workspace.countries[$0].code } }

    private func place(_ target: String, _ country: String) -> (TargetIndex, CountryIndex)? {
        guard let target = workspace.framework.target(target), let country = workspace.countries.index(of: country),
            countries.contains(country)
        else { return nil }
        return (target, country)
    }

    /// The cell of a measure or line and a country by their ids; nil where the picture has none.
    fileprivate func cell(_ target: String, _ country: String) -> Harmonization.Cell? {
        place(target, country).map { self[$0.0, $0.1] }
    }

    /// What every aligned commitment says in a cell, for a measure those of its lines too.
    fileprivate func parts(_ target: String, _ country: String) -> [PartKey: Part] {
        guard let (target, country) = place(target, country) else { return [:] }
        let targets = [target] + parts(target, country).map(\.target).filter { $0 != target }
        var result: [PartKey: Part] = [:]
        for target in targets {
            for (contribution, _) in contributions(target, country) {
                let forum = forums[contribution.forum]
                let key = PartKey(
                    forum: forum.forum.definition.id, commitment: forum.forum[contribution.commitment].id)
                let relations = (result[key]?.look.relations ?? []) + [contribution.relation]
                let word = forum.assessment(of: country, in: contribution.commitment).flatMap(forum.word)
                result[key] = Part(
                    look: Part.Look(
                        relations: relations, standing: contribution.standing, progress: contribution.progress,
                        voices: contribution.voices, date: contribution.date, isOverdue: contribution.isOverdue),
                    word: word?.word, saysLess: word?.saysLess == true)
            }
        }
        return result
    }
}
