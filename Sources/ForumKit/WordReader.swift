public import FollowUpModel

/// Reads reports by their words alone: what every mechanism starts from.
///
/// Of each voice the newest report at the as-of date counts, and the forum's order of voices tells which of them
/// speaks. A report on a part of the commitment never speaks alone. Standing comes from membership and exceptions
/// (``RollCall/standing(of:in:)``); where they leave it open, a word that says something about it decides, as
/// "ratified" does for a treaty: again the newest of the most trusted voice that says something.
public struct WordReader: Sendable {
    private let progressOfWord: [Progress?]
    private let standingOfWord: [Standing?]
    private let actOfWord: [LegalAct?]
    private let voiceRank: [UInt8]
    private let dormantSince: PartialDate?

    /// Makes a reader of a forum's words.
    public init(forum: ForumDefinition) {
        let words = forum.statusWords
        progressOfWord = words.map(\.progress)
        standingOfWord = words.map(\.standing)
        actOfWord = words.map(\.act)
        var rank = [UInt8](repeating: UInt8(Voice.allCases.count), count: Voice.allCases.count)
        for (place, voice) in forum.voices.enumerated() { rank[Int(voice.code)] = UInt8(place) }
        voiceRank = rank
        dormantSince = forum.dormantSince
    }

    /// What a report's word says about progress; nil when it only says how the party stands.
    public func progress(of report: Report) -> Progress? { progressOfWord[Int(report.status.rawValue)] }

    /// What a report's word says about the party's standing, if anything.
    public func standing(of report: Report) -> Standing? { standingOfWord[Int(report.status.rawValue)] }

    /// The act that a report tells of, if its word names one.
    public func act(of report: Report) -> LegalAct? { actOfWord[Int(report.status.rawValue)] }

    /// The reports that tell of an act, oldest first; those on a part only are left out.
    public func reports(_ reports: ReportSlice, telling act: LegalAct) -> [Report] {
        reports.filter { !$0.isPartial && self.act(of: $0) == act }
    }

    /// The assessment of one party by words alone, or with a standing that a module worked out itself.
    public func assess(
        _ party: PartyIndex, _ evidence: CommitmentEvidence, standing known: StandingReading? = nil
    ) -> Assessment {
        let reports = evidence.reports(on: party)
        let standing = known ?? standing(of: party, reports, evidence)
        let spoken = newestOfEachVoice(reports)
        guard let speaker = spoken.speaker, let progress = progress(of: speaker), let rank = progress.rank else {
            return silent(party, standing, spoken.speaker, evidence)
        }
        return Assessment(
            party: party, standing: standing.standing, progress: progress, voices: spoken.ranks,
            isOverdue: rank < evidence.scaleTop && hasPassedDeadline(standing.standing, evidence),
            basis: Basis(
                standingRule: standing.rule,
                progressRule: spoken.voiceCount > 1 ? "most-trusted-voice" : "newest-report", report: speaker.index))
    }

    /// The assessment where no word speaks of progress: which kind of nothing it is.
    private func silent(
        _ party: PartyIndex, _ standing: StandingReading, _ report: Report?, _ evidence: CommitmentEvidence
    ) -> Assessment {
        let (kind, rule): (KindOfNothing, String)
        if !standing.standing.counts {
            (kind, rule) = (.notAddressed, "does-not-count")
        } else if let report {
            (kind, rule) = (progress(of: report)?.nothing ?? .reportedWithoutStatus, "word-without-level")
        } else if let deadline = evidence.commitment.deadline, deadline.liesAhead(of: evidence.asOf) {
            (kind, rule) = (.notYetDue, "deadline-ahead")
        } else if let dormantSince, dormantSince.hasPassed(by: evidence.asOf) {
            (kind, rule) = (.dormant, "forum-dormant")
        } else {
            (kind, rule) = (.noReport, "no-report")
        }
        return Assessment(
            party: party, standing: standing.standing, progress: .nothing(kind),
            isOverdue: hasPassedDeadline(standing.standing, evidence),
            basis: Basis(standingRule: standing.rule, progressRule: rule, report: report?.index))
    }

    /// How a party stands: membership and exceptions first; where they leave it free to consent, the words on it.
    public func standing(
        of party: PartyIndex, _ reports: ReportSlice, _ evidence: CommitmentEvidence
    ) -> StandingReading {
        let byMembership = evidence.roll.standing(of: party, in: evidence.commitment)
        guard byMembership.standing.counts else { return byMembership }
        var best: (standing: Standing, trust: UInt8)?
        for report in reports.reversed() where !report.isPartial {
            guard let standing = standing(of: report) else { continue }
            let trust = voiceRank[Int(report.voice.code)]
            if best.map({ trust < $0.trust }) ?? true { best = (standing, trust) }
        }
        return best.map { StandingReading($0.standing, by: "word-of-report") } ?? byMembership
    }

    /// Whether the deadline has passed for a party that is bound; what is voluntary is never overdue.
    public func hasPassedDeadline(_ standing: Standing, _ evidence: CommitmentEvidence) -> Bool {
        standing == .bound && evidence.commitment.legalForce != .voluntary
            && evidence.commitment.deadline?.hasPassed(by: evidence.asOf) == true
    }
}

// MARK: - Voices

extension WordReader {
    /// What the voices say: of each the newest report, and among them the one that speaks.
    private struct Spoken {
        /// The most trusted report whose word speaks of progress, else the most trusted of all.
        var speaker: Report?
        /// The lowest and highest rank among the voices.
        var ranks: ClosedRange<Int>?
        /// How many voices there are.
        var voiceCount = 0
    }

    private func newestOfEachVoice(_ reports: ReportSlice) -> Spoken {
        var spoken = Spoken()
        var heard: UInt8 = 0
        for report in reports.reversed() where !report.isPartial {
            let voice = report.voice.code
            guard heard & (1 << voice) == 0 else { continue }
            heard |= 1 << voice
            spoken.voiceCount += 1
            if let rank = progress(of: report)?.rank {
                spoken.ranks = spoken.ranks.map { min($0.lowerBound, rank)...max($0.upperBound, rank) } ?? rank...rank
            }
            if spoken.speaker.map({ speaks(report, before: $0) }) ?? true { spoken.speaker = report }
        }
        return spoken
    }

    /// Whether a report goes before another one of a different voice: first by speaking of progress, then by trust.
    private func speaks(_ report: Report, before other: Report) -> Bool {
        let (mine, theirs) = (progress(of: report)?.rank != nil, progress(of: other)?.rank != nil)
        if mine != theirs { return mine }
        return voiceRank[Int(report.voice.code)] < voiceRank[Int(other.voice.code)]
    }
}

// MARK: - Rules

extension WordReader {
    /// The rules that assessments by words name; modules that use a reader list them in their metadata.
    public static let rules: [ModuleRule] = StandingRules.all + wordRules + [DeadlineRules.deadline]

    private static let wordRules: [ModuleRule] = [
        ModuleRule(
            "word-of-report",
            LocalizedText(
                en: "The newest word on it says how the country stands.",
                es: "La palabra más reciente dice cuál es la situación del país.",
                pt: "A palavra mais recente diz qual é a situação do país.",
                fr: "Le mot le plus récent dit quelle est la situation du pays.")),
        ModuleRule(
            "newest-report",
            LocalizedText(
                en: "The newest report at this date speaks.", es: "Habla el informe más reciente a esta fecha.",
                pt: "Fala o relatório mais recente nesta data.",
                fr: "Le rapport le plus récent à cette date fait foi.")),
        ModuleRule(
            "most-trusted-voice",
            LocalizedText(
                en: "Of each voice the newest report counts; the forum's order of voices decides which one speaks.",
                es: "De cada voz cuenta el informe más reciente; el orden de voces del foro decide cuál habla.",
                pt: "De cada voz conta o relatório mais recente; a ordem de vozes do fórum decide qual fala.",
                fr: "De chaque voix compte le rapport le plus récent ; l'ordre des voix du forum décide laquelle parle."
            )),
        ModuleRule(
            "word-without-level",
            LocalizedText(
                en: "There is a report, but its word says nothing about progress.",
                es: "Hay un informe, pero su palabra no dice nada del avance.",
                pt: "Há um relatório, mas a sua palavra nada diz sobre o avanço.",
                fr: "Il y a un rapport, mais son mot ne dit rien de l'avancement.")),
        ModuleRule(
            "does-not-count",
            LocalizedText(
                en: "By its standing the country is not asked to do anything here.",
                es: "Por su situación, no se pide nada al país aquí.",
                pt: "Pela sua situação, nada se pede ao país aqui.",
                fr: "Vu sa situation, rien n'est demandé au pays ici.")),
        ModuleRule(
            "deadline-ahead",
            LocalizedText(
                en: "The deadline lies ahead and nobody has reported yet.",
                es: "El plazo no ha vencido y aún nadie ha informado.",
                pt: "O prazo ainda não venceu e ninguém informou.",
                fr: "L'échéance n'est pas passée et personne n'a encore fait rapport.")),
        ModuleRule(
            "forum-dormant",
            LocalizedText(
                en: "The forum no longer works, and nobody has reported.",
                es: "El foro ya no funciona y nadie ha informado.",
                pt: "O fórum já não funciona e ninguém informou.",
                fr: "Le forum ne fonctionne plus et personne n'a fait rapport.")),
        ModuleRule(
            "no-report",
            LocalizedText(
                en: "No report on this country at this date.", es: "Ningún informe sobre este país a esta fecha.",
                pt: "Nenhum relatório sobre este país nesta data.",
                fr: "Aucun rapport sur ce pays à cette date.")),
    ]
}
