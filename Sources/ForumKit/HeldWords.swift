import FollowUpModel

/// What of one voice's reports on one party holds, layer by layer.
///
/// A word about an earlier stage never undoes a later stage of the same thing: a bill doesn't lower a treaty that is in
/// force. What lowers is a word that says so, in the same layer; a word without a stage takes the place of all before it. Of
/// two words of one day and layer the one that says less holds, whatever the order of the rows. A word that lowers also
/// undoes what other voices said before it.
struct HeldWords {
    private struct Word {
        var report: Report
        var claim: StatusWord.Claim
        var stage: StatusWord.Stage? { claim.stage }
        var rank: Int? { claim.rank }
        /// The ranks of other words of the day that it stands against.
        var against: Set<Int> = []

        func isAboutTheSame(as other: Word) -> Bool { StatusWord.areAboutTheSame(stage, other.stage) }

        func contradicts(_ other: Word) -> Bool {
            report.date == other.report.date && claim.contradicts(other.claim)
        }

        /// Whether a newer word is only about an earlier stage of what this one tells.
        func holdsBack(_ newer: Word) -> Bool {
            guard let mine = stage, let theirs = newer.stage, mine.layer == theirs.layer else {
                // Of two acts of one day the farther one holds.
                return report.date == newer.report.date && isAboutTheSame(as: newer) && claim.act != nil
                    && newer.claim.act != nil && (rank ?? Int.min) > (newer.rank ?? Int.min)
            }
            return !theirs.replaces(mine)
        }

        /// Whether this word, which lowers, leaves nothing of what another voice said before it.
        func undoes(_ other: Word) -> Bool {
            report.date > other.report.date && isAboutTheSame(as: other)
                && (rank ?? Int.min) < (other.rank ?? Int.min)
        }
    }

    private var words: [Word] = []
    /// The newest word that moves nothing, such as a question.
    private var aside: Report?

    /// Takes the next report, no older than those before it.
    mutating func take(_ report: Report, _ claim: StatusWord.Claim) {
        if claim.stage?.layer == StatusWord.Layer.none {
            aside = report
            return
        }
        var word = Word(report: report, claim: claim)
        if let place = words.firstIndex(where: { $0.contradicts(word) }) {
            let held = words[place]
            word.against = held.against.union([held.rank, claim.rank].compactMap(\.self))
            if let mine = claim.rank, let theirs = held.rank, mine < theirs {
                words.removeAll { $0.contradicts(word) }
                words.append(word)
            } else {
                words[place].against = word.against
            }
            return
        }
        guard !words.contains(where: { $0.holdsBack(word) }) else { return }
        words.removeAll { $0.isAboutTheSame(as: word) }
        words.append(word)
    }

    /// The words that say that something no longer holds, of reports that are sure enough to undo another voice's word.
    private var lowering: [Word] {
        words.filter { $0.stage?.lowers == true && $0.report.confidence >= .medium }
    }

    /// What each voice still says where none is undone by a later word of another voice that says less; nil where nothing
    /// is undone.
    static func afterLowering(_ voices: [HeldWords]) -> [HeldWords]? {
        let lowering = voices.flatMap(\.lowering)
        var (rest, isChanged) = (voices, false)
        for place in rest.indices where !lowering.isEmpty {
            rest[place].words.removeAll { word in lowering.contains { $0.undoes(word) } }
            if rest[place].words.count < voices[place].words.count { isChanged = true }
        }
        return isChanged ? rest : nil
    }

    /// The ranks of words that contradict each other on the day of the word that speaks.
    var contradictions: Set<Int> { spoken?.against ?? [] }

    /// The report that speaks: that of the layer which is farthest, of equally far ones the newest.
    var speaker: Report? { spoken?.report ?? aside }

    private var spoken: Word? {
        words.max { left, right in
            (left.rank ?? Int.min, left.report.date, left.report.index)
                < (right.rank ?? Int.min, right.report.date, right.report.index)
        }
    }

    /// Whether its speaker is newer than that of other words.
    func isNewer(than other: HeldWords) -> Bool {
        guard let mine = speaker, let theirs = other.speaker else { return speaker != nil }
        return (mine.date, mine.index) > (theirs.date, theirs.index)
    }
}
