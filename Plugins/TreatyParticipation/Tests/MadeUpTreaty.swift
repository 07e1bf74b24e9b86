import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import TreatyParticipation

/// The made-up words of a made-up depositary.
enum Word: String, CaseIterable {
    case notAParty = "not a party"
    case signed, ratified, acceded, succeeded, denounced, withdrew, returned
    case entered = "entered into force"
    case annulled = "denunciation annulled"
    case party = "is a party"
    case applied

    var rank: Int? {
        switch self {
        case .notAParty: 0
        case .signed: 1
        case .applied, .ratified, .acceded, .succeeded, .party: 3
        case .denounced, .withdrew, .returned, .entered, .annulled: nil
        }
    }

    var standing: Standing? {
        switch self {
        case .notAParty: .invited
        case .signed: .pending
        case .ratified, .acceded, .succeeded, .party: .bound
        default: nil
        }
    }

    var act: LegalAct? {
        switch self {
        case .signed: .signature
        case .ratified, .acceded, .succeeded: .consent
        case .denounced: .denunciation
        case .withdrew: .withdrawal
        case .returned: .return
        case .entered: .entryIntoForce
        case .annulled: .cancellation
        case .notAParty, .party, .applied: nil
        }
    }
}

extension MadeUpForum {
    /// A treaty among XAA, XBB and XCC.
    static func treaty(
        _ entry: EntryIntoForce?, inForce: PartialDate?, adopted: PartialDate? = nil
    ) -> MadeUpForum {
        var forum = MadeUpForum()
        for code in ["XAA", "XBB", "XCC"] { forum.join(code) }
        for word in Word.allCases {
            forum.word(
                word.rawValue, rank: word.rank, nothing: word.rank == nil ? .reportedWithoutStatus : nil,
                standing: word.standing, act: word.act)
        }
        forum.commit("T", adopted: adopted) { treaty in
            treaty.legalForce = .binding
            treaty.binding = .consenting
            treaty.entryIntoForce = entry
            treaty.inForce = inForce
        }
        return forum
    }

    mutating func report(
        _ word: Word, _ date: PartialDate, on code: String = "XAA", kind: DateKind = .event,
        by voice: Voice = .secretariat, partial: Bool = false
    ) {
        report(word.rawValue, on: code, date, kind: kind, by: voice, partial: partial)
    }

    /// How the module reads one party on a day.
    func reading(_ code: String = "XAA", asOf day: CalendarDay) -> Assessment? {
        assess(TreatyParticipationModule.self, asOf: day)[code]
    }

    func inForce(asOf day: CalendarDay) -> LegalDate? { inForce(TreatyParticipationModule.self, asOf: day) }
}
