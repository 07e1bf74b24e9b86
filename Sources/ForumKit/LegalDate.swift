public import FollowUpModel

/// A day of legal effect: known exactly, or only to lie between two days, because it was worked out from a partial date.
public struct LegalDate: Hashable, Sendable {
    /// The first day it can be.
    public var earliest: CalendarDay
    /// The last day it can be; the same as ``earliest`` when the day is known.
    public var latest: CalendarDay

    /// Makes a date between two days.
    public init(earliest: CalendarDay, latest: CalendarDay) {
        precondition(earliest <= latest, "a legal date begins before it ends")
        self.earliest = earliest
        self.latest = latest
    }

    /// Makes a date that is as well known as a partial date.
    public init(_ date: PartialDate) {
        self.init(earliest: date.earliest, latest: date.latest)
    }

    /// Makes a date known to the day.
    public init(_ day: CalendarDay) {
        self.init(earliest: day, latest: day)
    }

    /// Whether the date has come at the end of a day.
    public func hasCome(by day: CalendarDay) -> Certainty {
        latest <= day ? .certain : earliest <= day ? .possible : .no
    }

    /// The later of two dates, as far as they are known.
    public func notBefore(_ other: LegalDate) -> LegalDate {
        LegalDate(earliest: max(earliest, other.earliest), latest: max(latest, other.latest))
    }

    /// The day, month or year that says exactly this, or nil when no partial date does.
    public var partialDate: PartialDate? {
        if earliest == latest { return PartialDate(earliest) }
        let (year, month, _) = earliest.parts
        let candidates = [PartialDate(year: year, month: month), PartialDate(year: year)]
        return candidates.compactMap(\.self).first { $0.earliest == earliest && $0.latest == latest }
    }
}

extension LegalDate: CustomStringConvertible {
    /// The date, or both ends joined by a slash as ISO 8601 writes intervals.
    public var description: String { partialDate?.description ?? "\(earliest)/\(latest)" }
}

extension CalendarRule {
    /// The day on which an act of `day` takes effect.
    ///
    /// - ``days(_:)``: the act of 10 January and 30 days give 9 February.
    /// - ``months(_:)``: the act of 31 August and 6 months give the last day of February.
    /// - ``firstOfMonthAfterMonths(_:)``: the act of 5 June and 3 months give 1 October; that of 1 June as well, since
    ///   three months have passed on 1 September and the next month is October.
    /// - ``firstOfNthMonth(_:)``: the act of 24 January and 3 give 1 April.
    public func date(after day: CalendarDay) -> CalendarDay {
        switch self {
        case .days(let count): day.adding(days: count)
        case .months(let count): day.adding(months: count)
        case .firstOfMonthAfterMonths(let count): day.adding(months: count).firstOfMonth.adding(months: 1)
        case .firstOfNthMonth(let count): day.firstOfMonth.adding(months: count)
        }
    }

    /// The date on which an act takes effect, as well known as the date of the act.
    public func date(after act: LegalDate) -> LegalDate {
        LegalDate(earliest: date(after: act.earliest), latest: date(after: act.latest))
    }
}

extension CalendarDay {
    /// The first day of this day's month.
    public var firstOfMonth: CalendarDay {
        let (_, _, day) = parts
        return adding(days: 1 - day)
    }
}

extension EntryIntoForce {
    /// When a text that all have to incorporate enters into force: the rule counted from the secretariat's notice, which
    /// can only be given once every State of the denominator has incorporated.
    ///
    /// - Source: Ouro Preto Protocol, article 40.
    /// - Returns: nil while a State is missing or no notice was given.
    public func simultaneousEntry(
        incorporations: [PartyIndex: LegalDate], denominator: some Sequence<PartyIndex>, notice: LegalDate?
    ) -> LegalDate? {
        guard let notice, denominator.allSatisfy({ incorporations[$0] != nil }) else { return nil }
        return rule?.date(after: notice) ?? notice
    }

    /// When a text enters into force that all have to ratify: the rule counted from the last ratification needed.
    ///
    /// The States that count are called on the day of each ratification, so that a later member changes nothing.
    ///
    /// - Parameter denominator: the States that count on a day.
    /// - Returns: nil while one of them is missing.
    public func unanimousEntry(
        consents: [PartyIndex: LegalDate], denominator: (CalendarDay) -> [PartyIndex]
    ) -> LegalDate? {
        for day in Set(consents.values.map(\.latest)).sorted() {
            let needed = denominator(day).map { consents[$0] }
            guard !needed.isEmpty, needed.allSatisfy({ $0.map { $0.latest <= day } ?? false }) else { continue }
            let first = needed.compactMap { $0?.earliest }.max() ?? day
            let last = LegalDate(earliest: first, latest: day)
            return rule?.date(after: last) ?? last
        }
        return nil
    }

    /// When a text enters into force that needs so many deposits: the rule counted from the last one needed.
    ///
    /// Of partly known deposits the earliest and the latest possible day of the last one needed are taken.
    ///
    /// - Returns: nil while deposits are missing.
    public func thresholdEntry(deposits dates: [LegalDate]) -> LegalDate? {
        guard let needed = deposits, dates.count >= needed, needed >= 1 else { return nil }
        let last = LegalDate(
            earliest: dates.map(\.earliest).sorted()[needed - 1], latest: dates.map(\.latest).sorted()[needed - 1])
        return rule?.date(after: last) ?? last
    }

    /// When a text takes effect for one State: the rule counted from its own deposit, not before the general entry.
    ///
    /// For a text that needs deposits, the first of them take effect with the general entry; a later one comes under
    /// the rule for later States, also when it is made before the general entry (ICRMW art. 87: the deposit of 5 June
    /// 2003, made after the twentieth, takes effect on 1 October 2003 and not on 1 July).
    ///
    /// - Parameter general: when the text enters into force at all; nil while it has not.
    public func effect(ofDeposit deposit: LegalDate, general: LegalDate?) -> LegalDate? {
        guard let general else { return nil }
        let byRule = rule?.date(after: deposit) ?? deposit
        guard clause == .deposits else { return byRule.notBefore(general) }
        if byRule.latest <= general.earliest { return general }
        return (later?.date(after: deposit) ?? byRule).notBefore(general)
    }

    /// When a text enters into force on publication: on that day or on the later one that it names itself.
    public var publicationEntry: LegalDate? {
        guard let published else { return deferredTo.map(LegalDate.init) }
        let day = rule?.date(after: LegalDate(published)) ?? LegalDate(published)
        return deferredTo.map { day.notBefore(LegalDate($0)) } ?? day
    }

    /// When a denunciation takes effect; on its own day where no time is set.
    public func withdrawalEffect(ofNotice notice: LegalDate) -> LegalDate {
        withdrawal?.date(after: notice) ?? notice
    }
}
