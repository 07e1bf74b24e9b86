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

    init(
        edition: Edition, picture: PageData, address: WebAddress, names: [String: String], values: [String: String]
    ) {
        (self.edition, self.picture, self.address) = (edition, picture, address)
        (self.names, self.values) = (names, values)
        records = RecordSource(picture.snapshot, paths: .belowWorkspace)
    }

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

    /// How records look: as for all languages, with the fields of the forums that were asked for.
    var layout: RecordLayout {
        RecordLayout(of: workspace, languages: Texts.languages, forums: chosenForums.map(\.forum.forum))
    }

    func code(of country: CountryIndex) -> String { workspace.countries[country].code }
}
