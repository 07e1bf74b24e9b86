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

        /// The names of an enumeration.
        static func code<Code: CodeValue>(_ type: Code.Type) -> Values { .words(type.allCases.map(\.rawValue)) }
    }

    let name: String
    let takes: Values
    let text: Message

    init(_ name: String, _ takes: Values, _ text: Message) { (self.name, self.takes, self.text) = (name, takes, text) }

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
    static let asOf = Parameter("as-of", .date, .apiAsOf)
    static let language = Parameter("lang", .names(\.languageTags), .apiLanguage)
    static let limit = Parameter("limit", .whole(1...1000), .apiLimit)
    static let offset = Parameter("offset", .whole(0...1_000_000_000), .apiOffset)
    static let country = Parameter("country", .names(\.countryCodes), .apiCountry)
    static let subregion = Parameter("subregion", .subregion, .apiSubregion)
    static let forum = Parameter("forum", .names(\.forumIds), .apiForum)
    static let measure = Parameter("measure", .names(\.measureIds), .apiMeasure)
    static let target = Parameter("target", .names(\.targetIds), .apiTarget)
    static let commitment = Parameter("commitment", .text, .apiCommitment)
    static let party = Parameter("party", .text, .apiParty)
    static let level = Parameter("level", .names(\.levelIds), .apiProgress)
    static let missing = Parameter("missing", .code(MissingReason.self), .apiNothing)
    static let voice = Parameter("voice", .code(Voice.self), .apiVoice)
    static let confidence = Parameter("confidence", .code(Confidence.self), .apiConfidence)
    static let divergent = Parameter("divergent", .bool, .apiDivergent)
    static let stale = Parameter("stale", .bool, .apiStale)
    static let overdue = Parameter("overdue", .bool, .apiOverdue)
    static let sort = Parameter(
        "sort", .words(["target", "country", "level", "-level", "newest", "-newest"]), .apiSort)
    static let standing = Parameter("standing", .code(Standing.self), .apiStanding)
    static let relation = Parameter("relation", .code(Relation.self), .apiRelation)
    static let kind = Parameter("kind", .code(Obligation.Kind.self), .apiKind)
    static let state = Parameter("state", .code(Obligation.State.self), .apiState)
    static let until = Parameter("until", .date, .apiUntil)
    static let years = Parameter("years", .words(PageData.spans.map(String.init)), .apiYears)
    static let direction = Parameter("direction", .code(Direction.self), .apiDirection)
    static let query = Parameter("q", .text, .apiQuery)
    static let severity = Parameter("severity", .code(Severity.self), .apiSeverity)
}

extension PageData {
    var subregions: [Region] {
        let used = Set(snapshot.countries.map { snapshot.workspace.countries[$0].subregion })
        return snapshot.workspace.countries.regions.filter { used.contains($0.id) }
    }
    var languageTags: [String] { languages.languages.map(\.code) }
    var measureIds: [String] { snapshot.workspace.framework.measures.map(\.id) }
    var targetIds: [String] { snapshot.workspace.framework.targets.map(\.id) }
    var levelIds: [String] { snapshot.workspace.settings.scale.ids }
}

extension String {
    /// The first 60 characters, since texts of strangers may be long.
    var shortened: String { count > 60 ? prefix(60) + "…" : self }
}
