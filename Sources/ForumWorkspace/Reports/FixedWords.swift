import FollowUpModel

/// The words of the columns whose lists never change, each with the code that the table of reports keeps.
struct FixedWords: Sendable {
    let voices = ByteLookup(Voice.allCases.map { ($0.rawValue, UInt32($0.code)) })
    let confidences = ByteLookup(Confidence.allCases.map { ($0.rawValue, UInt32($0.rank)) })
    let dateKinds = ByteLookup(DateKind.allCases.map { ($0.rawValue, UInt32($0.code)) })
    let givers = ByteLookup(WordGiver.allCases.map { ($0.rawValue, $0 == .source ? 0 : 1) })
}
