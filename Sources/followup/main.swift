import FollowUpCommand
import InstalledModules

FollowUpCommand.main(modules: InstalledModules.all)
