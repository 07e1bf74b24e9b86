import Diagnostics
import SystemIO

/// One difference in the data of two workspaces, or in what holds on two dates: the cause of changed cells.
struct Edit: Hashable, Sendable {
    /// What a report was about before it was changed.
    struct Former: Hashable, Sendable {
        var commitment: String
        var party: String
    }

    /// What differs.
    enum Subject: String, Hashable, Sendable, CaseIterable {
        /// A report, or that it is heard by then.
        case report
        /// A commitment, one of its facts, or that it is adopted by then.
        case commitment
        /// A status word or its place on the scale.
        case statusWord = "status-word"
        /// A country's membership, or what it is by then.
        case membership
        /// A forum as a whole, or a fact of its forum.yaml.
        case forum
        /// The scale, the consolidation, the framework or the countries.
        case workspace
        /// A deadline that passes in between.
        case deadline
        /// The time that passes: newest reports get old.
        case age
    }

    /// How it differs.
    enum Change: String, Hashable, Sendable, CaseIterable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It says something else.
        case changed
    }

    var subject: Subject
    var change: Change
    /// The forum's id; nil for what all forums have in common.
    var forum: String?
    /// The commitment's id, where it is about one.
    var commitment: String?
    /// The country's code or the organ's id, where it is about one.
    var party: String?
    /// The commitment and the party that a changed report was about before.
    var former: Former?
    /// What it is about where that is neither a commitment nor a party: a word, a report's id, a file.
    var item: String?
    /// What was said before.
    var old: String?
    /// What is said now.
    var new: String?
    /// File, line and column, in the new workspace where it is there.
    var place: String?
}

/// The facts of one thing, in words, to be held against those of the same thing elsewhere.
struct Facts: Hashable, Sendable {
    private var values: [(name: String, text: String)] = []

    /// Collects facts; those without a text are left out.
    init(_ values: KeyValuePairs<String, String?>) {
        for (name, text) in values { add(name, text) }
    }

    /// Adds a fact.
    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { values.append((name, text)) }
    }

    /// The facts that `other` has not, or has otherwise, in words; nil where there are none.
    func difference(from other: Facts) -> String? {
        let own = values.filter { value in !other.values.contains { $0 == value } }
        return own.isEmpty ? nil : own.map { "\($0.name): \($0.text)" }.joined(separator: ", ")
    }

    static func == (left: Facts, right: Facts) -> Bool {
        left.values.elementsEqual(right.values) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for value in values {
            hasher.combine(value.name)
            hasher.combine(value.text)
        }
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
    func isSame(as other: SourceFile) -> Bool {
        bytes.isSame(as: other.bytes)
    }
}
