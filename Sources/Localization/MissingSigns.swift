package import FollowUpModel

extension MissingReason {
    /// The sign that stands for it where there is no colour; a small letter, so that none is taken for a level, follows.
    package var sign: String { marks.sign }

    /// The letter beside the sign; empty where the sign says all.
    package var letter: String { marks.letter }

    private var marks: (sign: String, letter: String) {
        switch self {
        case .notAddressed: ("·", "")
        case .notYetDue: ("…", "d")
        case .noReport: ("?", "n")
        case .reportedWithoutStatus: ("¿", "r")
        case .unmapped: ("¿", "u")
        case .withheld: ("■", "w")
        case .dormant: ("–", "z")
        case .indicationOnly: ("~", "i")
        case .tooLittleKnown: ("◌", "f")
        case .forumNotRead: ("⊘", "x")
        }
    }
}
