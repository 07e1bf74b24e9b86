import Dashboard
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What there is to ask for.
struct RootRecord: Record {
    /// One thing that can be asked for.
    struct Entry: Record {
        let resource: Resource

        static let schema = RecordSchema<Entry>("resource", "Something that can be asked for.") {
            Field("id", "Its name.") { $0.resource.id }
            Field("path", "Its address; names in braces are to be filled in.") { $0.resource.template }
            Field("summary", "What it is.") { Texts.english[$0.resource.text] }
        }
    }

    let workspace: Workspace

    static let schema = RecordSchema<RootRecord>("root", "What there is to ask for.") {
        Field("name", "The name of the workspace.") { $0.workspace.settings.name }
        Field("framework", "The framework that all is aligned to.") { $0.workspace.framework.id }
        Field("resources", "What can be asked for.") { _ in API.resources.map(Entry.init) }
        Field("openapi", "The address of the OpenAPI document.", .link) { _ in API.root + "/openapi.json" }
        Field("documentation", "The page that describes it.", .link) { _ in "/en/api.html" }
    }
}

extension Resource {
    static let root = Resource.item("root", [], .apiRoot) { query throws(PageFailure) in
        RootRecord(workspace: query.workspace)
    }
    static let overview = Resource.item("overview", [.literal("overview")], .apiOverview) { query throws(PageFailure) in
        OverviewRecord(picture: query.picture)
    }
}
