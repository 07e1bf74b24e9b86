import Dashboard
import FollowUpModel
import ForumWorkspace
import Harmonization

/// What there is to ask for.
struct RootItem: Codable, Sendable {
    /// One resource.
    struct Entry: Codable, Sendable {
        var id: String
        /// The address; names in braces are to be filled in.
        var path: String
        var summary: String
    }

    var name: Wordings
    var framework: String
    var resources: [Entry]
    var openapi: String
    var documentation: String
}

extension Resource {
    static let root = Resource.item("root", [], \.root) { query throws(PageFailure) in
        RootItem(
            name: Wordings(query.workspace.settings.name), framework: query.framework.id,
            resources: API.resources.map {
                RootItem.Entry(
                    id: $0.id, path: $0.template, summary: InterfaceTexts.english[keyPath: $0.text])
            }, openapi: API.root + "/openapi.json", documentation: "/en/api.html")
    }
}
