import Declaration
import External
public import ForumKit
import NormIncorporation
import PeriodicReview
import SingleMarket
import TreatyBody
import TreatyParticipation
import WorkPlan

/// The forum modules that ship with the program.
///
/// A new module adds its name to `forumModules` in Package.swift, its folder `Texts` to Sources/CShippedTexts and its type
/// here; a package of one's own passes `InstalledModules.all + [MyModule.self]` to `FollowUpCommand.main`.
public enum InstalledModules {
    /// All of them.
    public static let all: [any ForumModule.Type] = [
        DeclarationModule.self, DeclarativeModule.self, ExternalModule.self, NormIncorporationModule.self,
        PeriodicReviewModule.self, SingleMarketModule.self, TreatyBodyModule.self, TreatyParticipationModule.self,
        WorkPlanModule.self,
    ]
}
