package import Diagnostics
package import FollowUpModel
import LocatedYAML

/// Reads commitments.yaml: from its bytes to commitments that are tied to the framework, the parties and the rounds.
package struct CommitmentReader {
    private let forum: ForumDefinition
    private let framework: Framework
    private let countries: CountryTable

    /// What reading gave.
    package struct Reading {
        /// The sound commitments, in file order.
        package var commitments: [Commitment]
        /// The ids of those that can't be read.
        package var unread: Set<String>
    }

    /// Makes a reader from what commitments are tied to.
    package init(forum: ForumDefinition, framework: Framework, countries: CountryTable) {
        self.forum = forum
        self.framework = framework
        self.countries = countries
    }

    /// The commitments, or nil when the file can't be read at all.
    package func read(_ bytes: FileBytes, file id: FileID, into diagnostics: inout [Diagnostic]) -> Reading? {
        let (document, problems) = YAMLDocument.parse(bytes, file: id)
        diagnostics += problems
        guard let document, let file = CommitmentsFile.decode(document, into: &diagnostics) else { return nil }
        var resolver = CommitmentResolver(forum: forum, framework: framework, countries: countries)
        let commitments = resolver.resolve(file.commitments)
        diagnostics += resolver.diagnostics
        let written = document.root["commitments"]
        // An item gives at most one commitment: where there are as many, none is lost.
        guard let written, written.count != commitments.count else {
            return Reading(commitments: commitments, unread: [])
        }
        let ids = written.items.compactMap { $0["id"]?.text }
        return Reading(commitments: commitments, unread: Set(ids).subtracting(commitments.map(\.id)))
    }
}
