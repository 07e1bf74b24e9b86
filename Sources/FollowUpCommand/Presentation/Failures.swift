import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Localization

extension Texts {
    /// That a forum contributes nothing because its module failed, and why, on one line.
    func failure(of forum: ForumSnapshot) -> String {
        let definition = forum.forum.definition
        guard let code = forum.failure?.code else { preconditionFailure("only a forum that failed is spoken of") }
        let name = definition.shortName(for: language)
        return "! "
            + (code == .moduleNotTrusted
                ? self[.moduleNotTrusted, ["forum": name, "id": definition.id]]
                : self[.moduleFailed, ["forum": name, "code": code.name]])
    }
}
