public import FollowUpModel

/// What all forums together say about one country and one measure or line.
///
/// The cell of a measure with lines is made of its parts: where one of them is divergent, contradicted, stale or
/// overdue, so is the whole, and its numbers are their sums. A picture of the world holds hundreds of thousands of cells,
/// so each takes 28 bytes.
public struct Cell: Hashable, Sendable {
    /// The consolidated progress, or which kind of nothing is known.
    public var progress: Progress = .missing(.notAddressed)
    /// The ends of the spread, the wrong way round where there is none.
    private var (lowest, highest): (Int16, Int16) = (.max, .min)
    /// Whether forums differ by at least as many levels as the workspace calls divergent.
    public var isDivergent = false
    /// Whether the voices within one commitment differ by as much.
    public var isContradicted = false
    /// Whether the newest report is older than the workspace's limit; what acts have completed doesn't get stale.
    public var isStale = false
    /// Whether a deadline has passed in one of the contributing commitments.
    public var isOverdue = false
    /// The date of the newest report that counts.
    public var newest: PartialDate?
    private var (contributionCount, addressedCount): (UInt32, UInt32) = (0, 0)

    /// A cell in which nobody is asked anything.
    package init() {}

    /// The lowest and highest rank that any voice of a counted commitment gives; nil when none gives one.
    ///
    /// Where commitments hold the whole target, it is theirs.
    public var spread: ClosedRange<Int>? {
        get { lowest <= highest ? Int(lowest)...Int(highest) : nil }
        set { (lowest, highest) = newValue.map { (Int16($0.lowerBound), Int16($0.upperBound)) } ?? (.max, .min) }
    }

    /// The number of commitments whose level counts, the same evidence counted once.
    public var contributions: Int {
        get { Int(contributionCount) }
        set { contributionCount = UInt32(newValue) }
    }

    /// The number of commitments that ask the country for it or a part of it, whether or not anybody reported.
    public var addressed: Int {
        get { Int(addressedCount) }
        set { addressedCount = UInt32(newValue) }
    }
}

/// What people see of a cell: two cells that look alike are the same to a reader.
package struct CellLook: Hashable, Sendable {
    private var progress: Progress
    private var (isDivergent, isContradicted, isStale, isOverdue): (Bool, Bool, Bool, Bool)

    /// Takes from a cell what is shown.
    package init(_ cell: Cell) {
        progress = cell.progress
        (isDivergent, isContradicted) = (cell.isDivergent, cell.isContradicted)
        (isStale, isOverdue) = (cell.isStale, cell.isOverdue)
    }
}

/// How one commitment's assessment is used in a cell.
public enum ContributionUse: Hashable, Sendable {
    /// It counts, with this weight.
    case counted(weight: Int)
    /// It cites the same evidence as the contribution at this place, which counts instead.
    case sameEvidence(as: Int)
    /// It only has to do with the target: what it says is an indication.
    case indication
    /// Nobody spoke of progress.
    case silent
    /// The country's standing keeps it out.
    case outside
}

/// One commitment's part in a cell.
///
/// Of the world's workspaces there are millions, dealt out to countries again and again: so each takes 40 bytes.
public struct Contribution: Hashable, Sendable {
    private var forumNumber: UInt32
    /// The commitment.
    public var commitment: CommitmentIndex
    private var weightNumber: Int32
    private var evidenceNumber: UInt32
    /// The date of the report that spoke.
    public var date: PartialDate?
    /// The progress.
    public var progress: Progress
    /// The ends of what the voices span, the wrong way round where there is nothing.
    private var (lowest, highest): (Int16, Int16)
    /// How far the commitment and the target mean the same.
    public var relation: Relation
    /// How far its level carries.
    public var ceiling: Ceiling
    /// The country's standing.
    public var standing: Standing
    /// Whether the report tells an act, which holds until another act, and not only a state seen on a day.
    public var isDurable: Bool
    /// Whether one voice says two different things on one day.
    public var isContradicted: Bool
    /// Whether its deadline has passed.
    public var isOverdue: Bool
    /// Whose word the report is that spoke, and how far it can be relied on; nil where the module worked the progress out.
    public var witness: Witness?

    /// Who spoke, and how surely.
    public struct Witness: Hashable, Sendable {
        /// Whose word it is.
        public var voice: Voice
        /// How far it can be relied on.
        public var confidence: Confidence
    }

    @inline(__always)
    init(
        forum: Int, commitment: CommitmentIndex, relation: Relation, ceiling: Ceiling, standing: Standing,
        progress: Progress, voices: ClosedRange<Int>?, weight: Int, date: PartialDate?, evidence: Int, isDurable: Bool,
        isContradicted: Bool, isOverdue: Bool,
        witness: Witness?
    ) {
        forumNumber = UInt32(forum)
        self.commitment = commitment
        weightNumber = Int32(weight)
        evidenceNumber = UInt32(evidence)
        self.date = date
        self.progress = progress
        (lowest, highest) = voices.map { (Int16($0.lowerBound), Int16($0.upperBound)) } ?? (.max, .min)
        self.relation = relation
        self.ceiling = ceiling
        self.standing = standing
        self.isDurable = isDurable
        self.isContradicted = isContradicted
        self.isOverdue = isOverdue
        self.witness = witness
    }

    /// What stands where none has been laid yet.
    static let missing = Contribution(
        forum: 0, commitment: CommitmentIndex(0), relation: .exact, ceiling: .full, standing: .notAddressed,
        progress: .missing(.notAddressed), voices: nil, weight: 0, date: nil, evidence: 0, isDurable: false,
        isContradicted: false,
        isOverdue: false, witness: nil)

    /// The forum's place in the snapshot.
    public var forum: Int { Int(forumNumber) }

    /// The ranks that the voices span.
    public var voices: ClosedRange<Int>? { lowest <= highest ? Int(lowest)...Int(highest) : nil }

    /// What it weighs when it counts.
    public var weight: Int { Int(weightNumber) }

    /// A number shared by contributions that cite the same evidence; 0 for none.
    public var evidence: Int { Int(evidenceNumber) }
}

extension DateKind {
    /// Whether a report with such a date tells of something that holds on, such as a ratification.
    var isDurable: Bool {
        switch self {
        case .event, .since: true
        case .asOf, .deadline: false
        }
    }
}
