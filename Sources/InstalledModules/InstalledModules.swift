import External
public import ForumKit

/// The forum modules that ship with the program.
///
/// A new module adds its name to `forumModules` in Package.swift and its type here; a package of one's own passes
/// `InstalledModules.all + [MyModule.self]` to `FollowUpCommand.main`.
public enum InstalledModules {
    /// All of them.
    public static let all: [any ForumModule.Type] = [DeclarativeModule.self, ExternalModule.self]
}
