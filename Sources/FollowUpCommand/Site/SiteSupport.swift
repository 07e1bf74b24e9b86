/// Who makes the sites of a program.
public enum SiteSupport: Sendable {
    /// Nobody: the commands that need a site say so.
    case none
    /// The program itself.
    case maker(any SiteMaker)
    /// Another program with the same modules, by its name, in the folder of this one: it is started in the place of
    /// this one, so that all other commands start without what only sites need.
    case programBeside(String)
}

extension CommandEnvironment {
    /// Who makes the site here.
    func siteMaker() throws -> any SiteMaker {
        switch site {
        case .maker(let maker): return maker
        case .programBeside(let name):
            throw Misuse(
                "the site is made by the program '\(name)', and it can't be started",
                help: "it belongs into the same folder as this one: \(ProgramBeside(name).path)")
        case .none:
            throw Misuse(
                "this program was built without what makes a site",
                help: "add FollowUpSite to it: FollowUpCommand.main(modules: …, site: .maker(DashboardSite()))")
        }
    }
}
