@testable import FollowUpCommand

/// How a command ended, under a name that Swift Testing doesn't have too.
typealias CommandStatus = ExitStatus
