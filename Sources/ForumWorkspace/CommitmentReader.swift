package import Diagnostics
package import FollowUpModel
import LocatedYAML
package import SystemIO

/// Reads commitments.yaml: from its bytes to commitments that are tied to the framework, the parties and the rounds.
package struct CommitmentReader {
    private let resolver: CommitmentResolver

    /// What reading gave.
    package struct Reading: Sendable {
        /// The sound commitments, in file order.
        package var commitments: [Commitment]
        /// The ids of those that can't be read.
        package var unread: Set<String>
    }

    /// Makes a reader from what commitments are tied to.
    package init(forum: ForumDefinition, framework: Framework, countries: CountryTable) {
        resolver = CommitmentResolver(forum: forum, framework: framework, countries: countries)
    }

    /// What a file says, before it is tied to anything.
    package struct Records: Sendable {
        /// The commitments as they are written.
        var records: [CommitmentRecord]
        /// Where some can't be read, the ids of all.
        var written: [String] = []
    }

    /// The commitments of records, which are used up on the way.
    package func read(_ decoded: consuming Records, into diagnostics: inout [Diagnostic]) -> Reading {
        var resolver = resolver
        let commitments = resolver.resolve(&decoded.records)
        diagnostics += resolver.diagnostics
        let unread = decoded.written.isEmpty ? [] : Set(decoded.written).subtracting(commitments.map(\.id))
        return Reading(commitments: commitments, unread: unread)
    }

    /// The records of a file, or nil when it can't be read at all; its nodes, the largest part, are gone then.
    package static func decode(
        _ bytes: FileBytes, file: FileID, into diagnostics: inout [Diagnostic]
    ) -> Records? {
        let (document, problems) = YAMLDocument.parse(bytes, file: file)
        diagnostics += problems
        guard let document, let file = CommitmentsFile.decode(document, into: &diagnostics) else { return nil }
        // Each item gives at most one record: where there are as many, none is lost.
        guard let list = document.root["commitments"], list.count != file.commitments.count else {
            return Records(records: file.commitments)
        }
        return Records(records: file.commitments, written: list.items.compactMap { $0["id"]?.text })
    }
}
