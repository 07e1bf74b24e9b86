import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

extension Catalogue {
    /// That a forum contributes nothing because its module failed, and why, on one line.
    func failure(of forum: ForumSnapshot) -> String {
        let definition = forum.forum.definition
        guard let code = forum.failure?.code else { preconditionFailure("only a forum that failed is spoken of") }
        let name = definition.shortName(for: language)
        return "! "
            + (code == .moduleNotTrusted
                ? text(\.moduleNotTrusted, ["forum": name, "id": definition.id])
                : text(\.moduleFailed, ["forum": name, "code": code.name]))
    }
}

extension Snapshot {
    /// The forums that could not be read, as documented for every document that shows a picture:
    /// `[{"forum","code","message","place"}]`; empty when all is well.
    var failuresJSON: JSONValue {
        .array(
            failedForums.compactMap { forum in
                forum.failure.map { failure in
                    [
                        "forum": .string(forum.forum.definition.id), "code": .string(failure.code.name),
                        "message": .string(failure.message),
                        "place": .text(
                            failure.range.map { range in
                                "\(workspace.sources[range.file].path):\(range.start.line):\(range.start.column)"
                            }),
                    ]
                }
            })
    }
}
