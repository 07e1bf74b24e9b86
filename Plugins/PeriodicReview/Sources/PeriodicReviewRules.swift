import FollowUpModel
import ForumKit

extension RuleID {
    static let noVoteInFavour: RuleID = "no-vote-in-favour"
    static let reviewForum: RuleID = "review-forum"
    static let regionalReview: RuleID = "regional-review"
    static let reportBeforeForum: RuleID = "report-before-forum"
    static let nominalNextReview: RuleID = "nominal-next-review"
}

/// The rules that only this module names.
enum PeriodicReviewRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .noVoteInFavour,
            source: "vote of 19 December 2018 on A/RES/73/195; our reading, since the text has no parties"),
        ModuleRule(.reviewForum, source: "gcm-imrf: A/RES/73/195, paragraph 49 (c)"),
        ModuleRule(.regionalReview, source: "gcm-regional: A/RES/73/195, paragraph 50"),
        ModuleRule(.reportBeforeForum, source: "gcm-sg-report: A/RES/73/195 and A/RES/73/326"),
        ModuleRule(.nominalNextReview, source: "hlpf-vnr: A/RES/70/1, paragraphs 79 and 84"),
    ]
}
