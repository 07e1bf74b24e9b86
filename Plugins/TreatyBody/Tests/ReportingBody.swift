import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import TreatyBody

/// The made-up words of a made-up body.
enum Word: String, CaseIterable {
    case due, received, considered, absent, observed, concerned
    case issues = "list of issues"
    case asked = "follow-up due"
    case answered = "follow-up received"

    var act: LegalAct? {
        switch self {
        case .due: .reportDue
        case .received: .reportReceived
        case .considered: .review
        case .absent: .reviewInAbsence
        case .observed: .observations
        case .issues: .listOfIssues
        case .asked: .followUpDue
        case .answered: .followUpReceived
        case .concerned: nil
        }
    }
}

extension MadeUpForum {
    /// A body with one party, XAA, and the duty to report, "T".
    static func body(since: PartialDate?) -> MadeUpForum {
        var forum = MadeUpForum()
        forum.join("XAA", since: since)
        for word in Word.allCases {
            let isLevel = word == .concerned
            forum.word(
                word.rawValue, rank: isLevel ? 0 : nil, nothing: isLevel ? nil : .reportedWithoutStatus, act: word.act)
        }
        forum.commit("T") { $0.legalForce = .binding }
        forum.options = ["reporting-commitment": "T"]
        return forum
    }

    mutating func report(_ word: Word, _ date: PartialDate, kind: DateKind = .event) {
        report(word.rawValue, on: "XAA", date, kind: kind, by: .secretariat)
    }

    /// How the module reads the party on a day.
    func reading(asOf day: CalendarDay) -> Assessment? { assess(TreatyBodyModule.self, asOf: day)["XAA"] }

    /// What the party owes on a day, in the order of the cycles: kind, due, state, and when it came.
    func owed(asOf day: CalendarDay) -> [String] {
        owed(TreatyBodyModule.self, asOf: day).map { item in
            let came = item.submitted.map { " \($0)" } ?? ""
            return "\(item.kind.rawValue) \(item.due?.description ?? "-") \(item.state.rawValue)\(came)"
        }
    }
}
