import FollowUpCommand
import FollowUpSite
import InstalledModules

// The same program as `followup`, with what makes sites built in; `followup publish` starts it.
FollowUpCommand.main(modules: InstalledModules.all, site: .maker(DashboardSite()))
