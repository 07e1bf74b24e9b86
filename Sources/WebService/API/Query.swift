import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// One question to the interface, with everything in it checked.
struct Query: Sendable {
    /// What the service shows.
    let edition: Edition
    /// The picture of the date that was asked for.
    let picture: Picture
    /// The address, whose parameters links carry on.
    let address: WebAddress
    /// What stands for the names in the path.
    let names: [String: String]
    /// The parameters that have a value, by name.
    let values: [String: String]

    var snapshot: Snapshot { picture.snapshot }
    var workspace: Workspace { picture.snapshot.workspace }
    var framework: Framework { workspace.framework }
    var scale: ProgressScale { workspace.settings.scale }

    /// What a parameter says; nil where it wasn't given.
    subscript(parameter: Parameter) -> String? { values[parameter.name] }

    /// Whether a value is one that was asked for.
    func allows(_ parameter: Parameter, _ value: String?) -> Bool { self[parameter].map { $0 == value } ?? true }

    /// Whether a mark is as it was asked for.
    func allows(_ parameter: Parameter, _ value: Bool) -> Bool {
        self[parameter].map { ($0 == "true") == value } ?? true
    }

    /// Whether a country lies in the subregion that was asked for.
    func allowsSubregion(of country: CountryIndex?) -> Bool {
        guard let wanted = self[.subregion] else { return true }
        guard let country else { return false }
        return workspace.countries[country].subregion == wanted || workspace.countries[country].region == wanted
    }

    /// Whether a target is the measure that was asked for or one of its lines.
    func allowsMeasure(of target: TargetIndex) -> Bool {
        self[.measure].map { framework.measure(of: target).id == $0 } ?? true
    }

    /// The address of another answer about the same date.
    func link(_ parts: String...) -> String {
        API.root + parts.map { "/" + $0.percentEncoded }.joined() + (values["as-of"].map { "?as-of=" + $0 } ?? "")
    }

    /// The address of a page about the same date.
    func page(_ address: PageAddress) -> String {
        "/en/" + address.path + ".html" + (values["as-of"].map { "?as-of=" + $0 } ?? "")
    }

    /// Where the page of a forum speaks of one of its commitments.
    func page(ofCommitment commitment: String, of forum: String) -> String {
        page(.forum(forum)) + "#" + PageAddress.anchor(ofCommitment: commitment).asPathPart
    }

    /// File, below the folder of the workspace, line and column of a place.
    func place(_ range: SourceRange) -> String {
        let sources = workspace.sources
        return "\(sources.pathBelowFolder(of: sources[range.file])):\(range.start.line):\(range.start.column)"
    }

    func code(of country: CountryIndex) -> String { workspace.countries[country].code }
}

/// A text in the languages of the pages.
struct Wordings: Codable, Sendable {
    /// A text in one more language.
    struct Other: Codable, Sendable {
        /// Its code; `und` where nobody has told which language it is.
        var language: String
        var text: String
    }

    var en: String?
    var es: String?
    var pt: String?
    var fr: String?
    /// What there is where none of these has a text, so that none is lost.
    var other: Other?

    init(_ text: LocalizedText) {
        (en, es, pt, fr) = (text[.english], text[.spanish], text[.portuguese], text[.french])
        let first = text.wording(for: .english)
        if texts.isEmpty { other = Other(language: first.language.code, text: first.text) }
    }

    /// All of them.
    var texts: [String] { [en, es, pt, fr, other?.text].compactMap(\.self) }
}

/// Where more is said of something.
struct ItemLinks: Codable, Sendable {
    /// The address of the same as one answer.
    var this: String?
    /// The page about it.
    var page: String?

    private enum CodingKeys: String, CodingKey {
        case this = "self"
        case page
    }
}
