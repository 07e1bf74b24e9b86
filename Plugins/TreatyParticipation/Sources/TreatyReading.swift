import FollowUpModel
import ForumKit

/// How one State stands towards one treaty on the as-of day, by what it has done.
struct TreatyReading {
    let evidence: CommitmentEvidence
    let party: PartyIndex
    private var words: WordReader { evidence.words }

    init(evidence: CommitmentEvidence, party: PartyIndex) {
        self.evidence = evidence
        self.party = party
    }

    func assess(_ history: Participation) -> Assessment {
        let today = evidence.asOf
        // The spell that holds the day best; of equal ones the last.
        let holding = history.spells.reversed().max { $0.certainty(on: today) < $1.certainty(on: today) }
        if let spell = holding, spell.certainty(on: today) == .certain { return inForce(spell) }
        guard let last = history.spells.last else { return withoutConsent(history) }
        let spell = holding.flatMap { $0.certainty(on: today) == .possible ? $0 : nil } ?? last
        if let end = spell.end {
            switch end.hasCome(by: today) {
            case .certain: return history.signature == nil ? left(spell) : withoutConsent(history)
            case .possible: return doubtful(spell, .bound, .denunciationPerhapsEffective, effect: end)
            case .no: break
            }
        }
        let isPerhaps = spell.start?.hasCome(by: today) == .possible
        return doubtful(spell, .pending, isPerhaps ? .entryPerhapsPassed : .awaitsEntry, effect: spell.start)
    }

    /// The treaty is in force for the State.
    private func inForce(_ spell: Participation.Spell) -> Assessment {
        let rule: RuleID = spell.end == nil ? .inForceForTheState : .denouncedNotYetEffective
        return assessment(
            .bound, spell.end == nil ? exceptionRule ?? rule : rule, evidence.level(belowTop: 0), rule,
            spell.report, effect: spell.end ?? spell.start)
    }

    /// Reservations and declarations leave the State bound, and are told.
    private var exceptionRule: RuleID? {
        let id = evidence.forum.parties[party].id
        let kinds = evidence.commitment.exceptions.filter { $0.party == id && $0.interval.covers(evidence.asOf) }
            .map(\.kind)
        if kinds.contains(.reservation) { return .boundWithReservation }
        return kinds.contains(.declaration) ? .boundWithDeclaration : nil
    }

    /// The State has consented, or is leaving, and is not certainly a party on the day.
    private func doubtful(
        _ spell: Participation.Spell, _ standing: Standing, _ rule: RuleID, effect: LegalDate?
    ) -> Assessment {
        assessment(
            standing, rule, evidence.level(belowTop: 1), rule, spell.denunciation ?? spell.report, effect: effect)
    }

    /// The State was a party and has left: a step back.
    private func left(_ spell: Participation.Spell) -> Assessment {
        assessment(.invited, .denounced, .contrary, .denounced, spell.denunciation ?? spell.report, effect: spell.end)
    }

    private func withoutConsent(_ history: Participation) -> Assessment {
        if let signature = history.signature {
            let said = words.progress(of: signature) ?? .missing(.reportedWithoutStatus)
            return assessment(.pending, .signed, capped(said), .signatureDoesNotBind, signature)
        }
        if let report = history.takenBack {
            return assessment(.invited, .signatureTakenBack, .contrary, .signatureTakenBack, report)
        }
        // What words say of a State that is no party stays below the level of one that has consented.
        var reading = words.assess(party, standing: StandingReading(.invited, by: .consentNeeded), evidence)
        let cap = capped(reading.progress)
        if cap != reading.progress {
            reading.progress = cap
            reading.voices = cap.rank.map { $0...$0 }
            reading.basis.progressRule = .wordsWithoutConsent
        }
        return reading
    }

    /// A word's level, kept below that of a State that has consented.
    private func capped(_ progress: Progress) -> Progress {
        guard let rank = progress.rank, let most = evidence.level(belowTop: 2).rank else {
            return progress.rank == nil ? progress : evidence.level(belowTop: 2)
        }
        return rank > most ? evidence.level(belowTop: 2) : progress
    }

    private func assessment(
        _ standing: Standing, _ standingRule: RuleID, _ progress: Progress, _ progressRule: RuleID, _ report: Report,
        effect: LegalDate? = nil
    ) -> Assessment {
        Assessment(
            party: party, standing: standing, progress: progress, voices: voices(progress, after: report),
            isOverdue: progress.rank != evidence.scaleTop && evidence.isOverdue(standing),
            basis: Basis(
                standingRule: standingRule, progressRule: progressRule, report: report.index, effect: effect))
    }

    /// The reading and what newer words without an act say against it, such as a table without the State's name.
    private func voices(_ progress: Progress, after report: Report) -> ClosedRange<Int>? {
        guard let rank = progress.rank else { return nil }
        let newer = evidence.reports(on: party).filter {
            !$0.isPartial && $0.date > report.date && words.act(of: $0) == nil && words.standing(of: $0) == .invited
        }
        let ranks = newer.compactMap { words.progress(of: $0)?.rank } + [rank]
        return (ranks.min() ?? rank)...(ranks.max() ?? rank)
    }
}

extension Participation.Spell {
    /// Whether the State is a party on a day.
    func certainty(on day: CalendarDay) -> Certainty {
        guard let start else { return .no }
        let hasBegun = start.hasCome(by: day)
        switch end?.hasCome(by: day) ?? .no {
        case .no: return hasBegun
        case .possible: return min(hasBegun, .possible)
        case .certain: return .no
        }
    }
}
