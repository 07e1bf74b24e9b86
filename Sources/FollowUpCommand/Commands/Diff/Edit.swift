import Diagnostics
import Records
import SystemIO

/// One difference in the data of two workspaces, or in what holds on two dates: the cause of changed cells.
struct Edit: Hashable, Record {
    /// What a report was about before it was changed.
    struct Former: Hashable, Sendable {
        var commitment: String
        var party: String
    }

    /// What differs; what each is stands in its list of codes.
    enum Subject: String, Hashable, Sendable, CaseIterable {
        case report, commitment, membership, forum, workspace, deadline, age
        case statusWord = "status-word"
    }

    /// How it differs.
    enum Change: String, Hashable, Sendable, CaseIterable {
        case added, removed, changed
    }

    var subject: Subject
    var change = Change.changed
    var forum: String?
    var commitment: String?
    var party: String?
    /// The commitment and the party that a changed report was about before.
    var former: Former?
    var item: String?
    var old: String?
    var new: String?
    var place: String?

    static let schema = RecordSchema<Edit>("difference", "One difference in the data, or one that came with time.") {
        Field("subject", "What differs.") { $0.subject }
        Field("change", "How it differs.") { $0.change }
        Field("forum", "The forum's id; null for what all forums have in common.") { $0.forum }
        Field("commitment", "The commitment's id, where it is about one.") { $0.commitment }
        Field("party", "The country's code or the organ's id, where it is about one.") { $0.party }
        Field("item", "What it is about otherwise: a word, a report's id, a file.") { $0.item }
        Field("before", "What was said before, in words for people.") { $0.old }
        Field("after", "What is said after, in words for people.") { $0.new }
        Field("place", "Where it stands, in the new workspace where it is there.", .place) { $0.place }
    }
}

extension Edit.Subject: CodeValue {
    static let codes = CodeList("edit-subject") {
        ("report", "A report, or that it is heard by then.")
        ("commitment", "A commitment, one of its facts, or that it is adopted by then.")
        ("status-word", "A status word or its place on the scale.")
        ("membership", "A country's membership, or what it is by then.")
        ("forum", "A forum as a whole, or a fact of its forum.yaml.")
        ("workspace", "The scale, the consolidation, the framework or the countries.")
        ("deadline", "A deadline that passes in between.")
        ("age", "The time that passes: newest reports get old.")
    }
}

extension Edit.Change: CodeValue {
    static let codes = CodeList("edit-change") {
        ("added", "It is new.")
        ("removed", "It is gone.")
        ("changed", "It says something else.")
    }
}

/// The facts of one item, in words, to be held against those of the same item elsewhere.
struct Facts: Hashable, Sendable {
    private var facts: [String] = []

    /// Collects facts; those without a text are left out.
    init(_ values: KeyValuePairs<String, String?>) {
        for (name, text) in values { add(name, text) }
    }

    /// Adds a fact.
    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { facts.append("\(name): \(text)") }
    }

    /// The facts that `other` has not, or has otherwise, in words; nil where there are none.
    func difference(from other: Facts) -> String? {
        let own = facts.filter { !other.facts.contains($0) }
        return own.isEmpty ? nil : own.joined(separator: ", ")
    }
}

/// An item of a workspace that is compared with that of another: its key, its facts, and what an edit of it is about.
struct ComparedItem {
    let key: String
    var facts: Facts
    let edit: Edit

    init(_ key: String, _ facts: Facts, _ edit: Edit) { (self.key, self.facts, self.edit) = (key, facts, edit) }
}

extension [ComparedItem] {
    /// What was added, removed or changed between these things and those of another workspace: the removed ones first.
    func edits(to after: [ComparedItem]) -> [Edit] {
        let before = Dictionary(map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(after.map(\.key))
        var edits = filter { !newKeys.contains($0.key) }.map { thing in
            var edit = thing.edit
            (edit.change, edit.old) = (.removed, thing.facts.difference(from: Facts([:])))
            return edit
        }
        for thing in after {
            let known = before[thing.key]
            guard known?.facts != thing.facts else { continue }
            var edit = thing.edit
            edit.change = known == nil ? .added : .changed
            edit.old = known?.facts.difference(from: thing.facts)
            edit.new = thing.facts.difference(from: known?.facts ?? Facts([:]))
            if let commitment = known?.edit.commitment, let party = known?.edit.party {
                edit.former = Edit.Former(commitment: commitment, party: party)
            }
            edits.append(edit)
        }
        return edits
    }
}

extension SourceMap {
    /// File, line and column of a place.
    func place(_ range: SourceRange) -> String {
        "\(self[range.file].path):\(range.start.line):\(range.start.column)"
    }

    /// The file with this path.
    func file(at path: String) -> SourceFile? { files.first { $0.path == path } }
}

extension SourceFile {
    /// Whether another file holds the same bytes.
    func isSame(as other: SourceFile) -> Bool { bytes.isSame(as: other.bytes) }
}
