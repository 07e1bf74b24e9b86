import FollowUpModel
import ForumKit

/// What one State has done about one treaty, read from its acts alone: the order of rows in a file doesn't matter.
struct Participation {
    /// One time of being a party: from the day the treaty enters into force for the State.
    struct Spell {
        /// The deposit, and the report that tells it.
        var deposit: LegalDate
        var report: Report
        /// When the treaty enters into force for the State; nil while the treaty is not in force at all.
        var start: LegalDate?
        /// When a denunciation takes effect, and the report that tells it.
        var end: LegalDate?
        var denunciation: Report?
    }

    /// The times of being a party, oldest first.
    private(set) var spells: [Spell] = []
    /// The newest signature that nothing has followed yet.
    private(set) var signature: Report?
    /// The report by which the State took its signature back, if that is the last thing it did.
    private(set) var takenBack: Report?

    private let entry: EntryIntoForce?
    private let general: LegalDate?
    private let opening: CalendarDay?

    /// Reads the acts of one State.
    ///
    /// - Parameters:
    ///   - acts: each report with its act.
    ///   - commitment: the treaty.
    ///   - general: when the treaty enters into force at all; nil while it has not.
    init(_ acts: [(act: LegalAct, report: Report)], of commitment: Commitment, general: LegalDate?) {
        entry = commitment.entryIntoForce
        self.general = general
        opening = commitment.adopted?.earliest
        // Acts of one day: a signature comes before the deposit, a denunciation after it.
        let ordered = acts.sorted { left, right in
            let (a, b) = (left.report, right.report)
            return (a.date, Self.place(left.act), a.index) < (b.date, Self.place(right.act), b.index)
        }
        for (act, report) in ordered { take(act, report) }
    }

    private static func place(_ act: LegalAct) -> Int {
        switch act {
        case .signature: 0
        case .consent, .entryIntoForce: 1
        default: 2
        }
    }

    private mutating func take(_ act: LegalAct, _ report: Report) {
        switch act {
        case .signature where entry?.clause == .onSignature: consent(report)
        case .signature:
            guard openSpell == nil else { return }
            (signature, takenBack) = (report, nil)
        case .consent: consent(report)
        case .entryIntoForce: enter(report)
        case .denunciation, .withdrawal: leave(report)
        case .return, .cancellation: comeBack(report, isNewConsent: act == .return)
        default: break
        }
    }

    /// The place of the spell that no denunciation ends.
    private var openSpell: Int? { spells.last?.end == nil && !spells.isEmpty ? spells.count - 1 : nil }

    private mutating func consent(_ report: Report) {
        (signature, takenBack) = (nil, nil)
        let deposit = date(of: report)
        if let open = openSpell {
            // The same deposit told again; the better known date of the two counts.
            let told = spells[open].deposit
            let isFiner =
                told.earliest <= deposit.earliest && deposit.latest <= told.latest && deposit != told
            guard isFiner else { return }
            spells.removeLast()
        }
        spells.append(Spell(deposit: deposit, report: report, start: effect(of: deposit)))
    }

    /// When a deposit takes effect; without a clause at once, but not before the treaty itself.
    private func effect(of deposit: LegalDate) -> LegalDate? {
        guard let entry else { return general.map { deposit.notBefore($0) } ?? deposit }
        switch entry.clause {
        case .none: return nil
        case .perState where general == nil && entry.deposits == nil: return entry.rule?.date(after: deposit) ?? deposit
        default: return entry.effect(ofDeposit: deposit, general: general)
        }
    }

    /// The depositary tells the day itself.
    private mutating func enter(_ report: Report) {
        let day = date(of: report)
        if let open = openSpell {
            spells[open].start = day
        } else {
            (signature, takenBack) = (nil, nil)
            spells.append(Spell(deposit: day, report: report, start: day))
        }
    }

    private mutating func leave(_ report: Report) {
        if let open = openSpell {
            end(open, report)
        } else if signature != nil {
            (signature, takenBack) = (nil, report)
        } else if spells.isEmpty {
            // Who denounces was a party, though no deposit is reported.
            let notice = date(of: report)
            spells.append(Spell(deposit: notice, report: report, start: notice))
            end(0, report)
        }
    }

    private mutating func end(_ place: Int, _ report: Report) {
        let notice = date(of: report)
        spells[place].end = entry?.withdrawalEffect(ofNotice: notice) ?? notice
        spells[place].denunciation = report
    }

    /// A denunciation may be taken back until it takes effect; after that only a new consent leads back.
    private mutating func comeBack(_ report: Report, isNewConsent: Bool) {
        if let end = spells.last?.end, report.date.latest < end.earliest {
            spells[spells.count - 1].end = nil
            spells[spells.count - 1].denunciation = nil
        } else if isNewConsent {
            consent(report)
        }
    }

    /// The date of an act; a state of affairs seen on a day began on an unknown day up to it.
    private func date(of report: Report) -> LegalDate {
        let told = LegalDate(report.date)
        guard report.dateKind == .asOf, let opening, opening < told.earliest else { return told }
        return LegalDate(earliest: max(opening, spells.last?.end?.earliest ?? opening), latest: told.latest)
    }
}
