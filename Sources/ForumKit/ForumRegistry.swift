/// Two modules want the same name.
public struct DuplicateModule: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name that comes twice.
    public var name: String

    /// The problem in words.
    public var description: String { "two forum modules are named '\(name)'" }
}

/// The modules that this program knows, as a value made once in `main`.
public struct ForumRegistry: Sendable {
    /// The modules, sorted by name.
    public let modules: [any ForumModule.Type]

    /// Makes a registry.
    ///
    /// - Throws: ``DuplicateModule`` when two modules have the same name.
    public init(_ modules: [any ForumModule.Type]) throws(DuplicateModule) {
        let sorted = modules.map { (name: $0.metadata.name, module: $0) }.sorted { $0.name < $1.name }
        for (left, right) in zip(sorted, sorted.dropFirst()) where left.name == right.name {
            throw DuplicateModule(name: left.name)
        }
        self.modules = sorted.map(\.module)
    }

    /// The module with this name, or nil.
    public func module(named name: String) -> (any ForumModule.Type)? {
        modules.first { $0.metadata.name == name }
    }

    /// The names of all modules, sorted.
    public var names: [String] { modules.map { $0.metadata.name } }
}
