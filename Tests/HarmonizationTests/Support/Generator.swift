/// The same random numbers for the same seed, everywhere (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes up workspaces: small ones, so that everything meets everything.
struct Generator {
    private static let relations = ["exact", "close", "broad", "narrow", "intersects", "related"]
    private var numbers: SeededNumbers

    init(seed: Int) { numbers = SeededNumbers(seed: seed) }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    private mutating func one<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }
    private mutating func some<Item>(_ items: [Item], percent: Int) -> [Item] { items.filter { _ in chance(percent) } }

    private mutating func make<Item>(_ range: ClosedRange<Int>, _ item: (inout Generator, Int) -> Item) -> [Item] {
        var items: [Item] = []
        for place in 0..<number(range) { items.append(item(&self, place)) }
        return items
    }

    /// A date between 2009 and 2020, known to the day, the month or the year.
    mutating func partialDate() -> String {
        let day = self.day()
        return String(day.prefix(one([4, 7, 10, 10, 10])))
    }

    mutating func day() -> String {
        let (year, month, day) = (number(2009...2020), number(1...12), number(1...28))
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private mutating func span() -> PlainSpan {
        let dates = [partialDate(), partialDate()].sorted()
        let isOrdered = PlainDates.last(dates[1]) >= PlainDates.first(dates[0])
        return PlainSpan(since: dates[0], until: isOrdered && chance(50) ? dates[1] : nil)
    }

    mutating func workspace() -> PlainWorkspace {
        let codes = ["ABA", "BAB", "CAC", "DAD", "EAE", "FAF", "GAG", "HAH", "IAI", "JAJ"]
        let weights = [0, 1, 1, 2, 3, 4]
        var workspace = PlainWorkspace(
            levels: Array(["none", "little", "much", "most", "all"].prefix(number(2...5))),
            rule: one(["weighted-median", "weighted-median", "weakest", "strongest", "latest", "majority"]),
            relations: [:], standings: [:], divergentFrom: number(1...3), staleAfterMonths: one([6, 24, 60]),
            countries: Array(codes.prefix(number(3...10))), outsider: "ZAZ",
            measures: [("1", ["1.1", "1.2", "1.10"]), ("2", []), ("3", ["3.1"]), ("4", ["4.1"])], forums: [])
        for relation in some(Self.relations, percent: 80) {
            workspace.relations[relation] = one(weights)
        }
        for relation in some(Self.relations, percent: 20) {
            workspace.ceilings[relation] = one(["full", "partial", "indication"])
        }
        workspace.quorum = one([0, 34, 50, 50, 100])
        for standing in some(["bound", "pending", "invited"], percent: 80) {
            workspace.standings[standing] = one(weights)
        }
        workspace.forums = make(1...5) { $0.forum("forum-\($1)", workspace) }
        workspace.covers = make(0...2) { maker, _ in maker.cover(workspace) }.compactMap(\.self)
        return workspace
    }

    /// Two commitments that are aligned to one target, or one where there is no second; nil where there is none.
    private mutating func cover(_ workspace: PlainWorkspace) -> (target: String, commitments: [String])? {
        let target = one(workspace.targets)
        let aligned = workspace.forums.flatMap { forum in
            forum.commitments.filter { $0.crosswalk.contains { $0.to == target } }.map { "\(forum.id)/\($0.id)" }
        }
        return aligned.isEmpty ? nil : (target, Array(aligned.shuffled(using: &numbers).prefix(2)))
    }

    private mutating func forum(_ id: String, _ workspace: PlainWorkspace) -> PlainForum {
        let voices = ["review-body", "secretariat", "government", "civil-society", "computed", "unstated"]
        var members = (workspace.countries + [workspace.outsider]).flatMap { code in
            make(chance(15) ? 2...2 : chance(80) ? 1...1 : 0...0) { maker, _ in maker.member(code) }
        }
        if members.isEmpty { members.append(member(workspace.outsider)) }
        var forum = PlainForum(
            id: id, dormantSince: chance(20) ? partialDate() : nil, members: members, groups: [], organs: ["council"],
            voices: Array(voices.shuffled(using: &numbers).prefix(number(1...6))),
            words: make(3...6) { $0.word("word \($1)", workspace) }, rounds: [], commitments: [], files: [])
        forum.words.append(PlainWord(word: "word 9", level: workspace.levels.last))
        if chance(40) {
            let layers = ["international-effect", "national-enactment", "practice", "practice", "all", "none"]
            for place in forum.words.indices where chance(85) {
                forum.words[place].layer = one(layers)
                forum.words[place].stage = number(0...4)
                forum.words[place].lowers = chance(15)
                forum.words[place].ends = !forum.words[place].lowers && chance(10)
            }
        }
        if chance(50) { forum.dataUntil = partialDate() }
        let codes = Set(members.map(\.country)).sorted()
        if codes.count > 1 { forum.groups = [("market", Array(codes.prefix(2)))] }
        forum.rounds = [
            ("plan-1", make(2...3) { $0.word("word \($1)", workspace) }), ("plan-2", []),
        ]
        forum.commitments = make(1...6) { $0.commitment("C-\($1)", forum, workspace) }
        forum.files = make(1...2) { maker, place in
            ("file-\(place).csv", maker.make(0...60) { $0.report("R-\(place)-\($1)", forum) })
        }
        return forum
    }

    private mutating func member(_ code: String) -> PlainMember {
        PlainMember(
            country: code, standing: one(["member", "member", "member", "associate", "observer", "acceding"]),
            span: chance(40) ? PlainSpan() : span(), suspended: chance(15) ? [span()] : [],
            absent: chance(15) ? [span()] : [])
    }

    private mutating func word(_ name: String, _ workspace: PlainWorkspace) -> PlainWord {
        var word = PlainWord(word: name)
        switch number(0...9) {
        case 0: word.standing = one(["exempt", "suspended", "dissociated", "not-addressed"])
        case 1: word.missing = one(["reported-without-status", "withheld"])
        case 2: word.level = "contrary"
        default: word.level = one(workspace.levels)
        }
        if chance(25) {
            let standings = ["bound", "invited", "pending", "exempt", "dissociated"]
            word.standing = word.standing ?? one(standings)
        }
        return word
    }

    private mutating func commitment(
        _ id: String, _ forum: PlainForum, _ workspace: PlainWorkspace
    ) -> PlainCommitment {
        let parties = Set(forum.members.map(\.country)).sorted() + ["forum", "council"]
        let groups = forum.groups.map(\.id)
        var named = some(parties + groups + ["associates", "observers", "acceding"], percent: 20)
        if chance(70) || named.isEmpty { named.insert("members", at: 0) }
        return PlainCommitment(
            id: id, adopted: chance(60) ? partialDate() : nil, force: one(["binding", "political", "voluntary"]),
            binds: one(["addressees", "addressees", "consenting"]), addressees: chance(40) ? ["members"] : named,
            isJoint: chance(15), deadline: chance(60) ? deadline() : nil,
            exceptions: make(0...2) { maker, _ in
                PlainException(
                    party: maker.one(parties),
                    kind: maker.one([
                        "opt-out", "derogation", "deferral", "reservation", "declaration", "dissociation",
                    ]), span: maker.chance(30) ? PlainSpan() : maker.span())
            },
            crosswalk: some(workspace.targets.filter { $0 != "4.1" && $0 != "4" }, percent: 45).map {
                ($0, one(Self.relations))
            }, round: chance(40) ? one(["plan-1", "plan-2"]) : nil, isTracked: chance(90))
    }

    private mutating func deadline() -> PlainDeadline {
        switch number(0...3) {
        case 0: .date(partialDate())
        case 1: .horizon(partialDate())
        case 2: .recurring(from: partialDate(), months: one([1, 12, 48]))
        default: .phrase
        }
    }

    private mutating func report(_ id: String, _ forum: PlainForum) -> PlainReport {
        let commitment = one(forum.commitments)
        return PlainReport(
            id: id, commitment: commitment.id,
            party: one(Set(forum.members.map(\.country)).sorted() + ["forum", "council"]),
            status: one(forum.words(of: commitment).map(\.word)), date: partialDate(),
            dateKind: one(["", "event", "as-of", "since", "deadline"]),
            voice: one(["", "review-body", "secretariat", "government", "civil-society", "computed", "unstated"]),
            confidence: one(["", "unknown", "proposed", "low", "medium", "high"]),
            scope: chance(12) ? "only one article" : "", evidence: chance(30) ? "ACT-\(number(1...4))" : "")
    }
}
