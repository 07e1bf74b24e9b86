import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting

@testable import NormIncorporation

extension MadeUpForum {
    /// A community with an organ of its own and one norm, "N", that binds its members.
    init(of members: [String]) {
        self.init(members: members, since: "1991-03-26")
        organ("forum", .forum)
        word("pendiente", rank: 0)
        word("en trámite", rank: 1, act: .approval)
        word("incorporada", rank: 3, standing: .bound, act: .incorporation)
        word("vigente", rank: 3, standing: .bound, act: .entryIntoForce)
        word("suscripto", rank: 1, standing: .pending, act: .signature)
        word("depositada", rank: 2, standing: .bound, act: .consent)
        word("reglamentado", rank: 3, standing: .bound, act: .domesticEffect)
        word("no aplica", rank: 0)
        word("aviso", act: .notice)
        word("publicada", act: .publication)
        word("derogada", act: .repeal)
        word("objetada", standing: .exempt)
        word("denunciada", rank: 0, act: .denunciation)
        commit("N") { $0.legalForce = .binding }
    }

    func assess(_ day: any MadeUpDate) -> [String: Assessment] {
        assess(NormIncorporationModule.self, asOf: day)
    }

    func inForce(_ day: any MadeUpDate) -> String? {
        inForce(NormIncorporationModule.self, asOf: day)?.description
    }

    func obligations(_ day: any MadeUpDate) -> [String: Obligation] {
        Dictionary(
            uniqueKeysWithValues: owed(NormIncorporationModule.self, asOf: day).map {
                (definition.parties[$0.party].id, $0)
            })
    }
}

/// The members of MERCOSUR that have always counted.
let four = ["ARG", "BRA", "PRY", "URY"]

/// The States of MERCOSUR with their dates as the reference gives them; the norm is made up.
func mercosur(adopted: PartialDate = "2019-12-05") -> MadeUpForum {
    var community = MadeUpForum(of: ["ARG", "BRA", "URY"])
    community.join("PRY", since: "1991-03-26", suspended: DatedInterval(since: "2012-06-29", until: "2013-08"))
    community.join("VEN", since: "2012", suspended: DatedInterval(since: "2017-08-05"))
    community.join("BOL", as: .associate, since: "1996", until: "2024-08-07")
    community.join("BOL", since: "2024-08-07", adoption: DatedInterval(since: "2024-08-07", until: "2028-08-07"))
    community.join("COL", as: .associate, since: "2004-12-16")
    community.commitment.adopted = adopted
    return community
}

/// A norm of MERCOSUR that these States have incorporated on 2 January 2020, with the notice that all have.
func incorporated(by states: [String] = four, notice: PartialDate? = "2020-01-10") -> MadeUpForum {
    var community = mercosur()
    community.enters(.allIncorporated)
    for state in states { community.report("incorporada", on: state, "2020-01-02") }
    if let notice { community.report("aviso", on: "forum", notice) }
    return community
}

/// The States whose incorporation counts on a day.
func denominator(_ community: MadeUpForum, _ day: CalendarDay) -> [String] {
    RollCall(of: community.definition, on: day).denominator(of: community.commitment).map {
        community.definition.parties[$0].id
    }
}
