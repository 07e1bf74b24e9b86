import FollowUpCommand
import InstalledModules

FollowUpCommand.main(modules: InstalledModules.all, site: .programBeside("followup-site"))
