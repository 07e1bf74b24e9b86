import FollowUpCommand
import ForumKit

FollowUpCommand.main(modules: [DeclarativeModule.self])
