import DateLiterals
import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting

// Builders for made-up forums. Countries of made-up forums have codes that ISO 3166 leaves to private use (XAA, …).

let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

func text(_ text: String) -> LocalizedText { LocalizedText([.init(.english, text)]) }

/// The made-up status words of all made-up forums; the case's raw value is the word's index.
enum Word: Int, CaseIterable {
    case nothingDone, begun, advanced, done
    case stepBack
    /// Says how the party stands and nothing of progress.
    case noted
    case saidNothing, sealed, odd
    case ratified, signed, notAParty, letOff
    /// Says how the party stands only.
    case declaredBound

    static let top = 3

    var progress: Progress? {
        switch self {
        case .nothingDone: .level(.init(rank: 0))
        case .begun, .signed: .level(.init(rank: 1))
        case .advanced: .level(.init(rank: 2))
        case .done, .ratified: .level(.init(rank: 3))
        case .notAParty: .level(.init(rank: 0))
        case .stepBack: .contrary
        case .noted, .letOff, .declaredBound: nil
        case .saidNothing: .missing(.reportedWithoutStatus)
        case .sealed: .missing(.withheld)
        case .odd: .missing(.unmapped)
        }
    }

    var standing: Standing? {
        switch self {
        case .ratified, .declaredBound: .bound
        case .signed: .pending
        case .notAParty: .invited
        case .letOff: .exempt
        default: nil
        }
    }
}

extension MadeUpForum {
    /// A forum with these members since 2000, a secretariat and a presidency, and all made-up words.
    static func sample(_ members: String...) -> MadeUpForum {
        var forum = MadeUpForum(members: members)
        forum.organ("secretariat", .secretariat)
        forum.organ("presidency", .presidency)
        for word in Word.allCases {
            guard word.progress != .contrary else {
                forum.contraryWord("\(word)")
                continue
            }
            forum.word(
                "\(word)", rank: word.progress?.rank, nothing: word.progress?.missing, standing: word.standing)
        }
        return forum
    }

    /// Adds a commitment; without `asking` it asks the members.
    mutating func commit(
        asking addressees: String..., adopted: PartialDate? = nil, force: LegalForce = .political,
        binding: Commitment.Binding = .addressees, deadline: Deadline.Reading? = nil,
        exceptions: [CommitmentException] = []
    ) {
        commit("C\(commitments.count)", adopted: adopted) { commitment in
            if !addressees.isEmpty { commitment.addressees = addressees }
            commitment.legalForce = force
            commitment.binding = binding
            commitment.deadline = deadline.map { Deadline($0) }
            commitment.exceptions = exceptions
        }
    }

    mutating func report(
        _ word: Word, on code: String = "XAA", _ date: PartialDate, by voice: Voice = .unstated,
        of commitment: Int = 0, confidence: Confidence = .unknown, partial: Bool = false
    ) {
        report(
            "\(word)", on: code, date, of: commitments[commitment].id, by: voice, confidence: confidence,
            partial: partial)
    }

    func evidence(_ commitment: Int, asOf day: CalendarDay, minConfidence: Confidence = .unknown) -> CommitmentEvidence
    {
        evidence(commitments[commitment].id, asOf: day, minConfidence: minConfidence, reads: .own)
    }

    /// All assessments of one commitment by the declarative module, in the order of the parties.
    func assess(_ commitment: Int = 0, asOf day: CalendarDay) -> [Assessment] {
        module(DeclarativeModule.self).reading(of: evidence(commitment, asOf: day))
    }

    /// The assessment of one party, or nil when it is not addressed.
    func reading(_ code: String = "XAA", of commitment: Int = 0, asOf day: CalendarDay = "2024-12-31") -> Assessment? {
        assess(commitment, asOf: day).first { $0.party == party(code) }
    }
}

/// A sequence of numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
