/// A made-up workspace as plain texts.
///
/// It is what the generator makes up, what is written to files, and what the reference
/// implementation reads. Dates, words and ids are texts; a missing date is nil.
struct PlainWorkspace {
    var levels: [String]
    var rule: String
    var relations: [String: Int]
    /// How far the level carries by a relation, where it is declared.
    var ceilings: [String: String] = [:]
    var quorum = 50
    /// Commitments that together cover a target, each as `forum/commitment`.
    var covers: [(target: String, commitments: [String])] = []
    var standings: [String: Int]
    var divergentFrom: Int
    var staleAfterMonths: Int
    /// The codes of the region's countries, sorted, and one beyond it.
    var countries: [String]
    var outsider: String
    var measures: [(id: String, lines: [String])]
    var forums: [PlainForum]

    /// Every measure followed by its lines.
    var targets: [String] { measures.flatMap { [$0.id] + $0.lines } }
}

/// A stretch of time up to, not including, `until`.
struct PlainSpan {
    var since: String?
    var until: String?
}

struct PlainMember {
    var country: String
    var standing: String
    var span: PlainSpan
    var suspended: [PlainSpan] = []
    var absent: [PlainSpan] = []
}

/// A status word: `level` is a level or `contrary`; `nothing` a kind of nothing that the word itself says.
struct PlainWord {
    var word: String
    var level: String?
    var missing: String?
    var standing: String?
    /// What the word is about and how far along it is; no layer where the forum doesn't say.
    var layer: String?
    var stage = 0
    var lowers = false
    var ends = false
}

enum PlainDeadline {
    case date(String)
    case horizon(String)
    case recurring(from: String, months: Int)
    case phrase
}

struct PlainException {
    var party: String
    var kind: String
    var span: PlainSpan
}

struct PlainCommitment {
    var id: String
    var adopted: String?
    var force: String
    var binds: String
    var addressees: [String]
    /// Whether all owe it as one.
    var isJoint = false
    var deadline: PlainDeadline?
    var exceptions: [PlainException]
    var crosswalk: [(to: String, relation: String)]
    var round: String?
    var isTracked: Bool
    /// When a newer text took its place.
    var replaced: String?
}

struct PlainReport {
    var id: String
    var commitment: String
    var party: String
    var status: String
    var date: String
    var dateKind: String
    var voice: String
    var confidence: String
    var scope: String
    var evidence: String
}

struct PlainForum {
    var id: String
    var dormantSince: String?
    var dataUntil: String?
    var members: [PlainMember]
    var groups: [(id: String, members: [String])]
    /// Organs beside the forum itself, whose id is always `forum`.
    var organs: [String]
    var voices: [String]
    var words: [PlainWord]
    var rounds: [(id: String, words: [PlainWord])]
    var commitments: [PlainCommitment]
    /// The commitments of which somebody keeps a complete list.
    var recorded: Set<String> = []
    /// Report files in the order of their names.
    var files: [(name: String, reports: [PlainReport])]

    /// All reports, file by file, row by row.
    var reports: [PlainReport] { files.flatMap(\.reports) }

    /// The words that reports on a commitment use.
    func words(of commitment: PlainCommitment) -> [PlainWord] {
        let own = rounds.first { $0.id == commitment.round }?.words ?? []
        return own.isEmpty ? words : own
    }
}
