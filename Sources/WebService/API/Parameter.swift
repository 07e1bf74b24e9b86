import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// One parameter of an address: its name, what it takes, and what it is for.
struct Parameter: Sendable {
    /// What a parameter takes.
    enum Values: Sendable {
        case text
        case date
        case whole(ClosedRange<Int>)
        case bool
        case words([String])
        /// A subregion, as people call it.
        case subregion
        /// Names of things of the picture.
        case names(@Sendable (PageData) -> [String])
    }

    let name: String
    let takes: Values
    let text: Message

    /// The most code points of a text.
    static let longestText = 200

    /// Refuses a value that the parameter doesn't take, and gives it as it is looked up.
    func check(_ value: String, in picture: PageData) throws(PageFailure) -> String {
        let isGood: Bool
        switch takes {
        case .text: isGood = value.unicodeScalars.count <= Self.longestText
        case .date: isGood = Self.date(value) != nil
        case .whole(let range): isGood = Int(value).map { range.contains($0) && String($0) == value } ?? false
        case .bool: isGood = value == "true" || value == "false"
        case .words(let words): isGood = words.contains(value)
        case .names(let names): isGood = names(picture).contains(value)
        case .subregion:
            let known = value.utf8.count <= Self.longestText ? picture.subregions.first { $0.isCalled(value) } : nil
            if let known { return known.id }
            isGood = false
        }
        guard isGood else { throw .badValue(parameter: name, value: value.shortened, takes: takes(value, picture)) }
        return value
    }

    /// A date that a picture can be made of; centuries away nothing is known.
    static func date(_ text: String) -> PartialDate? {
        guard let date = PartialDate(text), (1900...2099).contains(date.latest.parts.year) else { return nil }
        return date
    }

    /// What it takes, in signs that are the same in all languages.
    func takes(_ value: String?, _ picture: PageData) -> String {
        let names: [String]
        switch takes {
        case .text: return "…"
        case .date: return "2020 | 2020-06 | 2020-06-30"
        case .whole(let range): return "\(range.lowerBound)…\(range.upperBound)"
        case .bool: return "true | false"
        case .words(let words): names = words
        case .names(let all): names = all(picture)
        case .subregion: names = picture.subregions.map(\.typedName)
        }
        if let near = value?.nearest(in: names) { return near }
        return names.prefix(8).joined(separator: " | ") + (names.count > 8 ? " | …" : "")
    }
}

extension Parameter {
    static let asOf = Parameter(name: "as-of", takes: .date, text: .apiAsOf)
    static let language = Parameter(name: "lang", takes: .names(\.languageTags), text: .apiLanguage)
    static let limit = Parameter(name: "limit", takes: .whole(1...1000), text: .apiLimit)
    static let offset = Parameter(name: "offset", takes: .whole(0...1_000_000_000), text: .apiOffset)
    static let country = Parameter(name: "country", takes: .names(\.countryCodes), text: .apiCountry)
    static let subregion = Parameter(name: "subregion", takes: .subregion, text: .apiSubregion)
    static let forum = Parameter(name: "forum", takes: .names(\.forumIds), text: .apiForum)
    static let measure = Parameter(name: "measure", takes: .names(\.measureIds), text: .apiMeasure)
    static let target = Parameter(name: "target", takes: .names(\.targetIds), text: .apiTarget)
    static let commitment = Parameter(name: "commitment", takes: .text, text: .apiCommitment)
    static let party = Parameter(name: "party", takes: .text, text: .apiParty)
    static let level = Parameter(name: "level", takes: .names(\.levelIds), text: .apiProgress)
    static let missing = Parameter(
        name: "missing", takes: .words(MissingReason.allCases.map(\.rawValue)), text: .apiNothing)
    static let voice = Parameter(name: "voice", takes: .words(Voice.allCases.map(\.rawValue)), text: .apiVoice)
    static let confidence = Parameter(
        name: "confidence", takes: .words(Confidence.allCases.map(\.rawValue)), text: .apiConfidence)
    static let divergent = Parameter(name: "divergent", takes: .bool, text: .apiDivergent)
    static let stale = Parameter(name: "stale", takes: .bool, text: .apiStale)
    static let overdue = Parameter(name: "overdue", takes: .bool, text: .apiOverdue)
    static let sort = Parameter(
        name: "sort", takes: .words(["target", "country", "level", "-level", "newest", "-newest"]), text: .apiSort)
    static let standing = Parameter(
        name: "standing", takes: .words(Standing.allCases.map(\.rawValue)), text: .apiStanding)
    static let relation = Parameter(
        name: "relation", takes: .words(Relation.allCases.map(\.rawValue)), text: .apiRelation)
    static let kind = Parameter(
        name: "kind", takes: .words(Obligation.Kind.allCases.map(\.rawValue)), text: .apiKind)
    static let state = Parameter(
        name: "state", takes: .words(Obligation.State.allCases.map(\.rawValue)), text: .apiState)
    static let until = Parameter(name: "until", takes: .date, text: .apiUntil)
    static let years = Parameter(name: "years", takes: .words(PageData.spans.map(String.init)), text: .apiYears)
    static let direction = Parameter(
        name: "direction", takes: .words(Direction.allCases.map(\.rawValue)), text: .apiDirection)
    static let query = Parameter(name: "q", takes: .text, text: .apiQuery)
    static let severity = Parameter(
        name: "severity", takes: .words(Severity.allCases.map(\.rawValue)), text: .apiSeverity)
}

extension PageData {
    var countryCodes: [String] { snapshot.countries.map { snapshot.workspace.countries[$0].code } }
    var subregions: [Region] {
        let used = Set(snapshot.countries.map { snapshot.workspace.countries[$0].subregion })
        return snapshot.workspace.countries.regions.filter { used.contains($0.id) }
    }
    var languageTags: [String] { languages.languages.map(\.code) }
    var forumIds: [String] { snapshot.forums.map(\.forum.definition.id) }
    var measureIds: [String] { snapshot.workspace.framework.measures.map(\.id) }
    var targetIds: [String] { snapshot.workspace.framework.targets.map(\.id) }
    var levelIds: [String] { snapshot.workspace.settings.scale.ids }
}

extension String {
    /// The first 60 characters, since texts of strangers may be long.
    var shortened: String { count > 60 ? prefix(60) + "…" : self }
}
