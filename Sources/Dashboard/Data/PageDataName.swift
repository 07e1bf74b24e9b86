import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

extension PageData {
    /// What the site is called, in a few words.
    func product(in texts: Texts) -> String {
        snapshot.workspace.settings.shortName?.text(for: texts.language) ?? texts[.product]
    }
}
