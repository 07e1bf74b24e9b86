import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// One question to the API, with everything in it checked.
struct Query: Sendable {
    /// What the service shows.
    let edition: Edition
    /// The picture of the date that was asked for.
    let picture: PageData
    /// The address, whose parameters links carry on.
    let address: WebAddress
    /// What stands for the names in the path.
    let names: [String: String]
    /// The parameters that have a value, by name.
    let values: [String: String]
    /// What records are made of: the picture that was asked for.
    let records: RecordSource

    var snapshot: Snapshot { picture.snapshot }
    var workspace: Workspace { picture.snapshot.workspace }
    var framework: Framework { workspace.framework }

    /// What a parameter says; nil where it wasn't given.
    subscript(parameter: Parameter) -> String? { values[parameter.name] }

    /// What stands for a name in the path; empty for one that it doesn't have.
    subscript(name parameter: Parameter) -> String { names[parameter.name] ?? "" }

    /// Whether a value is one that was asked for.
    func allows(_ parameter: Parameter, _ value: String?) -> Bool { self[parameter].map { $0 == value } ?? true }

    /// Whether a country is the one that was asked for, or lies in the subregion that was.
    func allowsCountry(_ country: CountryIndex?) -> Bool {
        let entry = country.map { workspace.countries[$0] }
        return allows(.country, entry?.code)
            && (self[.subregion].map { [entry?.subregion, entry?.region].contains($0) } ?? true)
    }

    /// Whether a measure or line is the one that was asked for, or of the measure that was, and a country likewise.
    func allows(_ place: Resource.Place) -> Bool {
        guard let target = place.target else { return allowsCountry(place.country) }
        return allowsTarget(target) && allowsCountry(place.country)
    }

    /// Whether a measure or line is the one that was asked for, or of the measure that was.
    func allowsTarget(_ target: TargetIndex) -> Bool {
        allows(.target, framework[target].id) && allows(.measure, framework.measure(of: target).id)
    }

    /// The forums that were asked for.
    var chosenForums: [ForumSnapshot] { snapshot.forums.filter { allows(.forum, $0.forum.definition.id) } }

    /// The language that all texts are asked for in; nil for all languages.
    var language: Language? { self[.language].map { Language($0) } }

    /// The texts of the program in that language, else in English.
    var texts: Texts { picture.languages[language ?? .english] }

    /// The address of another answer about the same date, in the same language.
    func link(_ parts: [String]) -> String {
        let kept = values.filter { [Parameter.asOf.name, Parameter.language.name].contains($0.key) }
        return API.root + parts.map { "/" + $0.percentEncoded }.joined() + kept.asQuestion
    }

    /// The address of a page about the same date.
    func page(_ address: PageAddress) -> String {
        "/\(texts.language)/" + address.path + ".html" + values.filter { $0.key == "as-of" }.asQuestion
    }

    /// Where the page of a forum speaks of one of its commitments.
    func page(ofCommitment commitment: String, of forum: String) -> String {
        page(.forum(forum)) + "#" + PageAddress.anchor(ofCommitment: commitment).asPathPart
    }

    /// How records look: in the language that was asked for or in all, with the fields of the forums that were asked for.
    var layout: RecordLayout {
        RecordLayout(of: workspace, language: language, forums: chosenForums.map(\.forum))
    }

    func code(of country: CountryIndex) -> String { workspace.countries[country].code }
}
