import FollowUpModel

extension Sequence {
    /// In the order in which people look for names, without regard to capitals and accents.
    func inOrder(ofNames name: (Element) -> String) -> [Element] {
        map { ($0, name($0).foldedForSearch) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
