/// How one party stands and how far it is, worked out one after the other from the text of the design.
struct PlainAssessment {
    var standing: String
    /// A level, `contrary`, or nil.
    var progress: String?
    /// The kind of nothing where there is no progress.
    var missing: String?
    /// The ranks that the voices give.
    var voices: [Int]
    /// Whether one voice says two different things on one day.
    var isContradicted = false
    var isOverdue: Bool
    /// The report that speaks.
    var report: PlainReport?

    /// Whether its progress counts in the harmonised picture.
    var counts: Bool { ["bound", "invited", "pending"].contains(standing) }
}

/// A word of one voice that no later one of its own has set aside.
struct PlainHeld {
    var place: Int
    var report: PlainReport
    var word: PlainWord
    /// The ranks of words of its day that it stands against.
    var against: [Int] = []
}

/// What one voice says, and what is left of it after the words of others that lower.
struct PlainVoice {
    var said: PlainReport
    var left: PlainReport?
    var against: [Int]
}

/// Reads one forum on one day.
struct PlainReader {
    let workspace: PlainWorkspace
    let forum: PlainForum
    /// The as-of day, in full.
    let day: String
    let minConfidence: String
    /// The reports on each commitment and party, in the order of the files.
    private let reports: [String: [PlainReport]]

    init(workspace: PlainWorkspace, forum: PlainForum, day: String, minConfidence: String = "unknown") {
        self.workspace = workspace
        self.forum = forum
        self.day = day
        self.minConfidence = minConfidence
        reports = Dictionary(grouping: forum.reports) { $0.commitment + " by " + $0.party }
    }

    /// The assessments of everybody in a commitment, by party.
    func assessments(of commitment: PlainCommitment) -> [String: PlainAssessment] {
        var result: [String: PlainAssessment] = [:]
        for party in Set(forum.members.map(\.country) + forum.organs + ["forum"]) {
            result[party] = assess(party, commitment)
        }
        return result
    }

    /// The rank of a level; -1 for a step back.
    func rank(_ level: String) -> Int { level == "contrary" ? -1 : workspace.levels.firstIndex(of: level) ?? -99 }

    // MARK: Who is asked

    /// What a country is to the forum: the membership in force that was declared last, else withdrawn, else nothing.
    func membership(_ country: String) -> String? {
        var current: String?
        var wasMember = false
        for member in forum.members where member.country == country {
            if PlainDates.mayCover(member.span, day) {
                current =
                    member.suspended.contains { PlainDates.mayCover($0, day) }
                    ? "suspended"
                    : member.absent.contains { PlainDates.mayCover($0, day) } ? "not-participating" : member.standing
            } else if let until = member.span.until, PlainDates.first(until) <= day {
                wasMember = true
            }
        }
        return current ?? (wasMember ? "withdrawn" : nil)
    }

    /// What a country is to the forum whether or not it is suspended or takes no part.
    private func rankOfMembership(_ country: String) -> String? {
        forum.members.last { $0.country == country && PlainDates.mayCover($0.span, day) }?.standing
    }

    func isAsked(_ party: String, _ commitment: PlainCommitment) -> Bool {
        if commitment.isJoint {
            let organs = commitment.addressees.filter { (forum.organs + ["forum"]).contains($0) }
            return (organs.isEmpty ? ["forum"] : organs).contains(party)
        }
        let rank = rankOfMembership(party)
        return commitment.addressees.contains { name in
            switch name {
            case "members": rank == "member"
            case "associates": rank == "associate"
            case "observers": rank == "observer"
            case "acceding": rank == "acceding"
            default: name == party || forum.groups.contains { $0.id == name && $0.members.contains(party) }
            }
        }
    }

    // MARK: Standing

    private func standing(_ party: String, _ commitment: PlainCommitment, _ heard: [PlainReport]) -> String {
        let byMembership = standing(party, commitment)
        guard ["bound", "invited", "pending"].contains(byMembership) else { return byMembership }
        // Where membership and exceptions leave it open, the words on it decide: the newest one of the most trusted
        // voice that says something of it.
        // What lowers leaves nothing of what was said before it.
        let words = heard.filter { word($0, commitment).standing != nil }
        let standing = words.filter { old in
            !words.contains { later in
                let (new, before) = (word(later, commitment), word(old, commitment))
                return isSureLowering(later, new) && later.date > old.date && isAboutTheSame(new, before)
            }
        }
        return newestOfEachVoice(standing).first.flatMap { word($0, commitment).standing } ?? byMembership
    }

    private func standing(_ party: String, _ commitment: PlainCommitment) -> String {
        if let adopted = commitment.adopted, PlainDates.first(adopted) > day { return "not-addressed" }
        for exception in commitment.exceptions
        where exception.party == party && PlainDates.mayCover(exception.span, day) {
            if exception.kind == "dissociation" { return "dissociated" }
            if ["opt-out", "derogation", "deferral"].contains(exception.kind) { return "exempt" }
        }
        let fallback = commitment.binds == "consenting" ? "invited" : "bound"
        if party == "forum" || forum.organs.contains(party) { return "bound" }
        switch membership(party) {
        case "suspended": return "suspended"
        case "not-participating": return "exempt"
        case "withdrawn": return "not-addressed"
        case "acceding": return "pending"
        default: return wasAbsent(party, commitment) ? "not-addressed" : fallback
        }
    }

    private func wasAbsent(_ country: String, _ commitment: PlainCommitment) -> Bool {
        guard let adopted = commitment.adopted else { return false }
        return forum.members.contains { member in
            member.country == country
                && member.absent.contains {
                    PlainDates.mustCover($0, PlainDates.first(adopted))
                        && PlainDates.mustCover($0, PlainDates.last(adopted))
                }
        }
    }

    // MARK: Reports

    private func word(_ report: PlainReport, _ commitment: PlainCommitment) -> PlainWord {
        forum.words(of: commitment).first { $0.word == report.status } ?? PlainWord(word: "?")
    }

    /// The reports that may speak, oldest first.
    private func heard(_ party: String, _ commitment: PlainCommitment) -> [PlainReport] {
        let order = ["unknown", "proposed", "low", "medium", "high"]
        func rank(_ confidence: String) -> Int { order.firstIndex(of: confidence) ?? 0 }
        let all = reports[commitment.id + " by " + party] ?? []
        return all.enumerated().filter { _, report in
            report.scope.isEmpty && report.dateKind != "deadline" && PlainDates.last(report.date) <= day
                && rank(report.confidence) >= rank(minConfidence)
        }.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    /// The newest report of each voice, in the forum's order of voices; those it doesn't list come last.
    private func newestOfEachVoice(_ heard: [PlainReport]) -> [PlainReport] {
        var newest: [String: (place: Int, report: PlainReport)] = [:]
        for (place, report) in heard.enumerated() {
            newest[report.voice.isEmpty ? "unstated" : report.voice] = (place, report)
        }
        return newest.sorted { left, right in
            let (a, b) = (trust(left.key), trust(right.key))
            return a == b ? left.value.place > right.value.place : a < b
        }.map(\.value.report)
    }

    private func trust(_ voice: String) -> Int { forum.voices.firstIndex(of: voice) ?? forum.voices.count }

    // MARK: Progress

    /// The reading of one party that the commitment asks; nil for everybody else.
    func assess(_ party: String, _ commitment: PlainCommitment) -> PlainAssessment? {
        guard commitment.isTracked, isAsked(party, commitment) else { return nil }
        let heard = heard(party, commitment)
        let voices = wordsOfEachVoice(heard, commitment)
        let standing = standing(party, commitment, heard)
        let left = voices.compactMap(\.left)
        let speaker = left.first { word($0, commitment).level != nil } ?? left.first
        var result = PlainAssessment(
            standing: standing, progress: speaker.flatMap { word($0, commitment).level }, missing: nil,
            voices: voices.flatMap { voice in
                [word(voice.said, commitment).level].compactMap(\.self).map(rank) + voice.against
            }, isContradicted: voices.contains { !$0.against.isEmpty }, isOverdue: false, report: speaker)
        result.isOverdue =
            result.progress != workspace.levels.last && standing == "bound" && commitment.force != "voluntary"
            && isReportedMissed(heard, commitment) && !isDormant
            && !(commitment.replaced.map { PlainDates.last($0) <= day } ?? false)
        if result.progress == nil {
            result.isContradicted = false
            if result.counts, heard.isEmpty, forum.recorded.contains(commitment.id), workspace.levels.count > 1 {
                // Whoever isn't named on a complete list has not done it.
                (result.progress, result.voices) = (workspace.levels[0], [0])
                return result
            }
            result.missing = kindOfNothing(result, speaker.map { word($0, commitment) }, commitment)
        }
        return result
    }

    /// Whether somebody said after the deadline that the commitment wasn't met by then, as far as the data reach.
    private func isReportedMissed(_ heard: [PlainReport], _ commitment: PlainCommitment) -> Bool {
        let deadline: String
        switch commitment.deadline {
        case .date(let date), .horizon(let date): deadline = PlainDates.last(date)
        case .recurring, .phrase, nil: return false
        }
        let told = forum.reports.filter { $0.dateKind != "deadline" }.map { PlainDates.last($0.date) }.max()
        guard deadline < day, deadline <= forum.dataUntil.map(PlainDates.last) ?? told ?? "9999" else { return false }
        return heard.contains { report in
            guard let level = word(report, commitment).level else { return false }
            return PlainDates.first(report.date) > deadline && level != workspace.levels.last
        }
    }

    // MARK: What holds of one voice's words

    /// The word of each voice that holds, in the forum's order of voices; those it doesn't list come last.
    private func wordsOfEachVoice(
        _ heard: [PlainReport], _ commitment: PlainCommitment
    ) -> [PlainVoice] {
        var byVoice: [String: [(place: Int, report: PlainReport)]] = [:]
        for (place, report) in heard.enumerated() {
            byVoice[report.voice.isEmpty ? "unstated" : report.voice, default: []].append((place, report))
        }
        let kept = byVoice.mapValues { holding($0, commitment) }
        let lowering = kept.values.flatMap(\.words).filter { isSureLowering($0.report, $0.word) }
        let held = kept.compactMap { voice, held -> (trust: Int, place: Int, word: PlainVoice)? in
            guard let said = farthest(held.words) ?? held.aside else { return nil }
            let left = held.words.filter { old in
                !lowering.contains { later in
                    later.report.date > old.report.date && isAboutTheSame(later.word, old.word)
                        && (later.word.level.map(rank) ?? -99) < (old.word.level.map(rank) ?? -99)
                }
            }
            let speaking = left.count == held.words.count ? said : farthest(left) ?? held.aside
            return (
                trust(voice), (speaking ?? said).place,
                PlainVoice(said: said.report, left: speaking?.report, against: said.against)
            )
        }
        return held.sorted { ($0.trust, -$0.place) < ($1.trust, -$1.place) }.map(\.word)
    }

    private func isSureLowering(_ report: PlainReport, _ word: PlainWord) -> Bool {
        word.layer != nil && word.lowers && ["medium", "high"].contains(report.confidence)
    }

    private func farthest(_ words: [PlainHeld]) -> PlainHeld? {
        words.max { left, right in
            let (a, b) = (left.word.level.map(rank) ?? -99, right.word.level.map(rank) ?? -99)
            return a == b ? left.place < right.place : a < b
        }
    }

    /// Goes through a voice's words in time order and keeps those that no later one has set aside.
    private func holding(
        _ words: [(place: Int, report: PlainReport)], _ commitment: PlainCommitment
    ) -> (words: [PlainHeld], aside: PlainHeld?) {
        var kept: [PlainHeld] = []
        var aside: PlainHeld?
        for (place, report) in words {
            let word = word(report, commitment)
            if word.layer == "none" {
                aside = PlainHeld(place: place, report: report, word: word)
                continue
            }
            var new = PlainHeld(place: place, report: report, word: word)
            let opposed = kept.indices.filter { contradict(kept[$0].report, kept[$0].word, report, word) }
            if let first = opposed.first, let mine = word.level.map(rank), let theirs = kept[first].word.level.map(rank)
            {
                let against = kept[first].against + [theirs, mine]
                if mine < theirs {
                    new.against = against
                    kept = kept.filter { !contradict($0.report, $0.word, report, word) } + [new]
                } else {
                    kept[first].against = against
                }
                continue
            }
            let isHeldBack = kept.contains {
                $0.word.layer != nil && $0.word.layer == word.layer && $0.word.stage > word.stage && !word.lowers
                    && !word.ends
            }
            if isHeldBack { continue }
            kept = kept.filter { !isAboutTheSame($0.word, word) } + [new]
        }
        return (kept, aside)
    }

    private func isAboutTheSame(_ left: PlainWord, _ right: PlainWord) -> Bool {
        [left.layer, right.layer].contains { $0 == nil || $0 == "all" } || left.layer == right.layer
    }

    /// Whether two words of one day can't both hold.
    private func contradict(_ a: PlainReport, _ left: PlainWord, _ b: PlainReport, _ right: PlainWord) -> Bool {
        guard a.date == b.date, isAboutTheSame(left, right), left.level != nil, right.level != nil,
            left.level != right.level
        else { return false }
        guard left.layer != nil, left.layer == right.layer else { return true }
        return left.stage == right.stage || [left, right].contains { $0.lowers || $0.ends }
    }

    private func kindOfNothing(
        _ assessment: PlainAssessment, _ word: PlainWord?, _ commitment: PlainCommitment
    ) -> String {
        if !assessment.counts { return "not-addressed" }
        if let word { return word.missing ?? "reported-without-status" }
        if liesAhead(commitment.deadline) { return "not-yet-due" }
        return isDormant ? "dormant" : "no-report"
    }

    private var isDormant: Bool { forum.dormantSince.map { PlainDates.last($0) <= day } ?? false }

    private func liesAhead(_ deadline: PlainDeadline?) -> Bool {
        switch deadline {
        case .date(let date), .horizon(let date), .recurring(let date, _): PlainDates.last(date) >= day
        case .phrase, nil: false
        }
    }
}
