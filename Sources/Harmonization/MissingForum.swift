package import Diagnostics
package import FollowUpModel
import ForumWorkspace

/// A forum that says nothing in a picture, since its files can't be read or its module failed.
package struct MissingForum: Sendable {
    /// Its id.
    package let id: String
    /// What its forum.yaml says; nil where that can't be read.
    package let definition: ForumDefinition?
    /// Why.
    package let problem: Diagnostic
    /// Whether its files can be read and its module failed.
    package let isOfModule: Bool
    /// How many rows of its reports don't count; nil where that isn't known.
    package let rows: Int?

    /// Its short name for a reader of `language`, or its id.
    package func shortName(for language: Language) -> String { definition?.shortName(for: language) ?? id }
}

extension Snapshot {
    /// The forums that say nothing, in the order of their ids.
    package var missingForums: [MissingForum] {
        let failed = forums.compactMap { forum in
            forum.failure.map { problem in
                MissingForum(
                    id: forum.forum.definition.id, definition: forum.forum.definition, problem: problem,
                    isOfModule: forum.forum.problem == nil,
                    // Of a file that can't be opened nobody knows its rows.
                    rows: forum.forum.problem == nil || forum.forum.commitments.isEmpty
                        ? forum.forum.reports.count + forum.forum.rejected : nil)
            }
        }
        let unread = unread.map {
            MissingForum(id: $0.id, definition: nil, problem: $0.problem, isOfModule: false, rows: $0.rows)
        }
        return (failed + unread).sorted { $0.id < $1.id }
    }

    /// How many report rows don't count since their forums say nothing; nil where that isn't known of some forum.
    package var missingRows: Int? {
        let rows = missingForums.compactMap(\.rows)
        return rows.count == missingForums.count ? rows.reduce(0, +) : nil
    }

    /// Of each target which forums that say nothing may speak to it.
    static func marks(
        _ forums: [ForumSnapshot], _ unread: [UnreadForum], _ alignments: [[AlignedCommitment]]
    ) -> [UnreadMark] {
        // A forum whose commitments can't be read may be aligned to anything.
        let isAnywhere =
            !unread.isEmpty || forums.contains { $0.forum.problem != nil && $0.forum.commitments.isEmpty }
        return alignments.map { aligned in
            if aligned.contains(where: { forums[$0.forum].failure != nil }) { return .here }
            return isAnywhere ? .anywhere : .none
        }
    }
}

/// Whether a forum that can't be read may speak to a target.
enum UnreadMark {
    /// All forums can be read that may.
    case none
    /// Some forum has commitments that can't be read.
    case anywhere
    /// A commitment of such a forum is aligned to the target.
    case here
}
