public import FollowUpModel

/// Reads a forum's words: what each says of progress, of standing and of acts, and which report speaks for a party.
///
/// Of each voice the newest report at the as-of date counts, and the forum's order of voices tells which of them
/// speaks; but a word that lowers undoes what others said before it. A report on a part of the commitment never speaks alone. The rules that its readings name are
/// ``WordRules/all``.
public struct WordReader: Sendable {
    private let progressOfWord: [Progress?]
    private let standingOfWord: [Standing?]
    private let actOfWord: [LegalAct?]
    /// Whether any word says something of standing; most forums have none that does.
    private let tellsStanding: Bool
    private let claimOfWord: [StatusWord.Claim]
    /// Whether any word tells how far along it is.
    private let tellsStages: Bool
    private let voiceRank: [UInt8]
    /// Whether any word tells of a cancellation; most forums have none that does.
    let tellsCancellation: Bool

    /// Makes a reader of one forum's words, those of its rounds included.
    public init(_ forum: ForumDefinition) {
        let words = forum.statusWords
        progressOfWord = words.map(\.progress)
        standingOfWord = words.map(\.standing)
        tellsStanding = words.contains { $0.standing != nil }
        actOfWord = words.map(\.act)
        claimOfWord = words.map(\.claim)
        tellsStages = words.contains { $0.stage != nil }
        tellsCancellation = words.contains { $0.act == .cancellation }
        var rank = [UInt8](repeating: UInt8(Voice.allCases.count), count: Voice.allCases.count)
        for (place, voice) in forum.voices.enumerated() { rank[Int(voice.code)] = UInt8(place) }
        voiceRank = rank
    }

    /// What the word of a report says about progress; nil when it says nothing of it.
    public func progress(of report: Report) -> Progress? { progressOfWord[Int(report.status.rawValue)] }

    /// What the word of a report says about the party's standing; nil when it says nothing of it.
    public func standing(of report: Report) -> Standing? { standingOfWord[Int(report.status.rawValue)] }

    /// The act that the word of a report tells of; nil when it tells of none.
    public func act(of report: Report) -> LegalAct? { actOfWord[Int(report.status.rawValue)] }

    /// How far along the word of a report is; nil when the forum doesn't say.
    public func stage(of report: Report) -> StatusWord.Stage? { claimOfWord[Int(report.status.rawValue)].stage }

    /// The oldest report that tells of one of these acts for the whole commitment.
    public func first(_ acts: Set<LegalAct>, in reports: some Sequence<Report>) -> Report? {
        reports.first { !$0.isPartial && tells($0, acts) }
    }

    /// The newest report that tells of one of these acts for the whole commitment.
    public func last(_ acts: Set<LegalAct>, in reports: ReportSlice) -> Report? {
        reports.last { !$0.isPartial && tells($0, acts) }
    }

    private func tells(_ report: Report, _ acts: Set<LegalAct>) -> Bool { act(of: report).map(acts.contains) ?? false }

    /// Membership and exceptions first; where they leave the party free, the words on its standing: the newest one of
    /// the most trusted voice that says something of it, but nothing that was said before a word that lowers.
    public func standing(of party: PartyIndex, in evidence: CommitmentEvidence) -> StandingReading {
        let byMembership = evidence.roll.standing(of: party, in: evidence.commitment)
        guard byMembership.standing.counts, tellsStanding else { return byMembership }
        var best: (standing: Standing, trust: UInt8)?
        var lowering: [(day: PartialDate, stage: StatusWord.Stage)] = []
        for report in evidence.reports(on: party).reversed() where !report.isPartial {
            guard let standing = standing(of: report) else { continue }
            let (trust, stage) = (voiceRank[Int(report.voice.code)], stage(of: report))
            let isUndone = lowering.contains { $0.day > report.date && StatusWord.areAboutTheSame($0.stage, stage) }
            if !isUndone, best.map({ trust < $0.trust }) ?? true { best = (standing, trust) }
            if let stage, stage.lowers, report.confidence >= .medium { lowering.append((report.date, stage)) }
        }
        return best.map { StandingReading($0.standing, by: .wordOfReport, on: .word) } ?? byMembership
    }

    /// The assessment of a party by its words alone, once its standing is known.
    ///
    /// - Parameter isHeard: which reports may speak; all of them unless told.
    public func assess(
        _ party: PartyIndex, standing: StandingReading, _ evidence: CommitmentEvidence,
        isHeard: (Report) -> Bool = { _ in true }
    ) -> Assessment {
        let spoken = speaker(among: evidence.reports(on: party), isHeard: isHeard)
        guard let speaker = spoken.speaker, let progress = progress(of: speaker), let rank = progress.rank else {
            return silent(party, standing, spoken.speaker, evidence)
        }
        return Assessment(
            party: party, standing: standing.standing, progress: progress, voices: spoken.ranks,
            isContradicted: spoken.isContradicted,
            isOverdue: rank < evidence.scaleTop && evidence.isOverdue(standing.standing),
            basis: Basis(
                standingRule: standing.rule,
                progressRule: spoken.isLowered
                    ? .laterWordLowers : spoken.voiceCount > 1 ? .mostTrustedVoice : .newestReport,
                report: speaker.index))
    }

    /// The assessment where no word speaks of progress: which kind of nothing it is.
    private func silent(
        _ party: PartyIndex, _ standing: StandingReading, _ report: Report?, _ evidence: CommitmentEvidence
    ) -> Assessment {
        let (kind, rule): (MissingReason, RuleID)
        if !standing.standing.counts {
            (kind, rule) = (.notAddressed, .doesNotCount)
        } else if let report {
            (kind, rule) = (progress(of: report)?.missing ?? .reportedWithoutStatus, .wordWithoutLevel)
        } else if evidence.record != nil, evidence.scaleTop > 0, evidence.reports(on: party).isEmpty {
            // Whoever isn't named on a list that somebody keeps complete has not done it.
            return Assessment(
                party: party, standing: standing.standing, progress: .level(.init(rank: 0)),
                isOverdue: evidence.isOverdue(standing.standing),
                basis: Basis(standingRule: standing.rule, progressRule: .notInTheRecord))
        } else if let deadline = evidence.commitment.deadline, deadline.liesAhead(of: evidence.asOf) {
            (kind, rule) = (.notYetDue, .deadlineAhead)
        } else if evidence.isForumDormant {
            (kind, rule) = (.dormant, .forumDormant)
        } else {
            (kind, rule) = (.noReport, .noReport)
        }
        return Assessment(
            party: party, standing: standing.standing, progress: .missing(kind),
            isOverdue: evidence.isOverdue(standing.standing),
            basis: Basis(standingRule: standing.rule, progressRule: rule, report: report?.index))
    }

    /// What the voices say: of each the report that holds, and among them the one that speaks.
    public struct Spoken: Sendable {
        /// The most trusted report whose word speaks of progress, else the most trusted of all.
        public var speaker: Report?
        /// The lowest and highest rank among the voices.
        public var ranks: ClosedRange<Int>?
        /// How many voices there are.
        public var voiceCount = 0
        /// Whether one voice says two different things on one day.
        public var isContradicted = false
        /// Whether the speaker speaks only since a later word undid what a more trusted voice had said.
        public var isLowered = false

        fileprivate mutating func widen(by rank: Int) {
            ranks = ranks.map { min($0.lowerBound, rank)...max($0.upperBound, rank) } ?? rank...rank
        }
    }

    /// Which of one party's reports speaks, and what the other voices say.
    public func speaker(among reports: ReportSlice, isHeard: (Report) -> Bool = { _ in true }) -> Spoken {
        if tellsStages { return spoken(among: reports, isHeard) }
        var spoken = Spoken()
        var (heard, ofThisDay): (UInt8, UInt8) = (0, 0)
        var day: PartialDate?
        for report in reports.reversed() where !report.isPartial && isHeard(report) {
            if report.date != day {
                // Once every voice of the forum has been heard, no older day can say anything more.
                if heard == reports.possibleVoices { break }
                (day, ofThisDay) = (report.date, 0)
            }
            let voice = 1 << report.voice.code as UInt8
            // A voice that says two things on one day: slowly, then, and whatever the order of the rows.
            guard ofThisDay & voice == 0 else { return self.spoken(among: reports, isHeard) }
            guard heard & voice == 0 else { continue }
            heard |= voice
            ofThisDay |= voice
            take(report, into: &spoken)
        }
        return spoken
    }

    /// The same where words have stages, or a voice says several things on one day.
    private func spoken(among reports: ReportSlice, _ isHeard: (Report) -> Bool) -> Spoken {
        var voices: [(voice: Voice, held: HeldWords)] = []
        for report in reports where !report.isPartial && isHeard(report) {
            let place = voices.firstIndex { $0.voice == report.voice } ?? voices.count
            if place == voices.count { voices.append((report.voice, HeldWords())) }
            voices[place].held.take(report, claimOfWord[Int(report.status.rawValue)])
        }
        let held = voices.map(\.held)
        var spoken = said(by: held)
        if let rest = HeldWords.afterLowering(held).map(said), rest.speaker?.index != spoken.speaker?.index {
            (spoken.speaker, spoken.isLowered) = (rest.speaker, true)
        }
        return spoken
    }

    private func said(by voices: [HeldWords]) -> Spoken {
        var spoken = Spoken()
        // The voice that was heard last comes first, as where each has one word.
        for held in voices.sorted(by: { $0.isNewer(than: $1) }) {
            guard let report = held.speaker else { continue }
            take(report, into: &spoken)
            let contradictions = held.contradictions
            if !contradictions.isEmpty { spoken.isContradicted = true }
            for rank in contradictions { spoken.widen(by: rank) }
        }
        return spoken
    }

    private func take(_ report: Report, into spoken: inout Spoken) {
        spoken.voiceCount += 1
        if let rank = progress(of: report)?.rank { spoken.widen(by: rank) }
        if spoken.speaker.map({ speaks(report, before: $0) }) ?? true { spoken.speaker = report }
    }

    /// Whether a report goes before another one of a different voice: first by speaking of progress, then by trust.
    private func speaks(_ report: Report, before other: Report) -> Bool {
        let (mine, theirs) = (progress(of: report)?.rank != nil, progress(of: other)?.rank != nil)
        if mine != theirs { return mine }
        return voiceRank[Int(report.voice.code)] < voiceRank[Int(other.voice.code)]
    }
}

extension CommitmentEvidence {
    /// Whether the deadline has passed for a party that is bound, so that it is to be asked what came of it.
    ///
    /// What is voluntary is never overdue; see ``ForumModule/reading(of:)``.
    public func isOverdue(_ standing: Standing) -> Bool {
        standing == .bound && commitment.legalForce != .voluntary && commitment.deadline?.hasPassed(by: asOf) == true
    }
}

extension RuleID {
    /// The newest word on it says how the country stands.
    public static let wordOfReport: RuleID = "word-of-report"
    /// The newest report at this date speaks.
    public static let newestReport: RuleID = "newest-report"
    /// Of each voice the newest report counts; the forum's order of voices decides which one speaks.
    public static let mostTrustedVoice: RuleID = "most-trusted-voice"
    /// A later word takes it back, or something from it; what a more trusted voice said before doesn't stand against that.
    public static let laterWordLowers: RuleID = "later-word-lowers"
    /// There is a report, but its word says nothing about progress.
    public static let wordWithoutLevel: RuleID = "word-without-level"
    /// By its standing the country is not asked to do anything here.
    public static let doesNotCount: RuleID = "does-not-count"
    /// The deadline lies ahead and nobody has reported yet.
    public static let deadlineAhead: RuleID = "deadline-ahead"
    /// The forum no longer works, and nobody has reported.
    public static let forumDormant: RuleID = "forum-dormant"
    /// A list that somebody keeps complete names no act of the country; see ``ForumDefinition/records``.
    public static let notInTheRecord: RuleID = "not-in-the-record"
    /// No report on this country at this date.
    public static let noReport: RuleID = "no-report"
}

/// The rules that ``WordReader`` names.
public enum WordRules {
    /// The rules.
    public static let all = ModuleRule.all([
        .wordOfReport, .newestReport, .mostTrustedVoice, .laterWordLowers, .wordWithoutLevel, .doesNotCount,
        .deadlineAhead,
        .forumDormant, .notInTheRecord, .noReport,
    ])
}
