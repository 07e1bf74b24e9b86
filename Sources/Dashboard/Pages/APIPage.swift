import FollowUpModel
import Localization

/// The API, to read: what can be asked for, and how.
package struct APIPage: PageView {
    /// One parameter.
    package struct Parameter: Codable, Sendable {
        var name: String
        var text: String
        /// What it takes.
        var takes: String

        /// Describes a parameter.
        package init(name: String, text: String, takes: String) {
            self.name = name
            self.text = text
            self.takes = takes
        }
    }

    /// One thing that can be asked for.
    package struct Resource: Codable, Sendable {
        var id: String
        var path: String
        var text: String
        var example: String
        var hasTable: Bool
        var parameters: [Parameter]
        var members: [String]

        /// Describes a resource.
        package init(
            id: String, path: String, text: String, example: String, hasTable: Bool, parameters: [Parameter],
            members: [String]
        ) {
            self.id = id
            self.path = path
            self.text = text
            self.example = example
            self.hasTable = hasTable
            self.parameters = parameters
            self.members = members
        }
    }

    package var page: Frame
    var description: String
    var resources: [Resource]
    var common: [Parameter]
}

extension PageBuilder {
    /// The page that describes the API; `description` is the address of its OpenAPI document.
    package func api(
        description: String, resources: [APIPage.Resource], common: [APIPage.Parameter]
    ) -> any PageView {
        APIPage(
            page: frame(texts[.interface], summary: texts[.interfaceSummary]), description: description,
            resources: resources, common: common)
    }
}
