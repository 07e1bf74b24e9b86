import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@Suite("Who is asked")
struct RollCallTests {
    /// One party of every kind, seen in mid 2024.
    private var sample: MadeUpForum {
        var sample = MadeUpForum.sample("XAA", "XAB")
        sample.join("XAC", since: "2000", suspended: DatedInterval(since: "2017-08-05"))
        sample.join("XAD", since: "2000", absent: DatedInterval(since: "2020"))
        sample.join("XAE", as: .associate, since: "2000")
        sample.join("XAF", as: .observer, since: "2000")
        sample.join("XAG", as: .acceding, since: "2000")
        sample.join("XAH", since: "2000", until: "2010")
        sample.join("XAI", since: "2025")
        sample.know("XAJ")
        sample.group("market", ["XAB", "XAA", "XZZ"])
        return sample
    }

    private func asked(_ addressees: [String], on day: CalendarDay = "2024-06-30") -> [String] {
        var sample = sample
        sample.commit()
        sample.commitments[0].addressees = addressees
        return sample.names(sample.roll(day).addressees(of: sample.commitments[0]))
    }

    @Test(
        "by a word for a kind of membership",
        arguments: [
            (["members"], ["XAA", "XAB", "XAC", "XAD"]), (["associates"], ["XAE"]), (["observers"], ["XAF"]),
            (["acceding"], ["XAG"]), (["members", "associates"], ["XAA", "XAB", "XAC", "XAD", "XAE"]),
        ])
    func kinds(addressees: [String], parties: [String]) {
        #expect(asked(addressees) == parties)
    }

    @Test(
        "by name",
        arguments: [
            (["market"], ["XAA", "XAB"]), (["XAB"], ["XAB"]), (["secretariat"], ["secretariat"]),
            (["presidency", "secretariat"], ["secretariat", "presidency"]), (["XAH"], ["XAH"]), (["XAJ"], ["XAJ"]),
        ])
    func names(addressees: [String], parties: [String]) {
        #expect(asked(addressees) == parties)
    }

    @Test("each once and in the order of the parties, whatever order they are named in")
    func mixed() {
        let parties = ["XAA", "XAB", "XAC", "XAD", "XAE", "secretariat"]
        #expect(asked(["secretariat", "associates", "XAB", "market", "members", "XAB"]) == parties)
        #expect(asked(["members", "market", "XAB", "associates", "secretariat"]) == parties)
    }

    @Test("nobody where the names mean nothing")
    func nobody() {
        #expect(asked(["XZZ", "MEMBERS", "", "member"]).isEmpty)
        #expect(asked([]).isEmpty)
    }

    @Test("as the membership is on the day")
    func dates() {
        #expect(asked(["members"], on: "1999-12-31").isEmpty)
        #expect(asked(["members"], on: "2009-12-31") == ["XAA", "XAB", "XAC", "XAD", "XAH"])
        #expect(asked(["members"], on: "2010-12-31") == ["XAA", "XAB", "XAC", "XAD"])
        #expect(asked(["members"], on: "2025-01-01") == ["XAA", "XAB", "XAC", "XAD", "XAI"])
    }

    @Test("knows what every party is to the forum")
    func standings() {
        let roll = sample.roll("2024-06-30")
        let standings = sample.definition.parties.indices.map { roll.standing(of: $0) }
        #expect(
            standings == [
                .member, .member, .suspended, .notParticipating, .associate, .observer, .acceding, .withdrawn, nil, nil,
                nil, nil,
            ])
        #expect(roll.day == "2024-06-30")
    }
}
