import FollowUpModel
import ForumWorkspace
import Harmonization
package import Localization

extension PageData {
    /// The languages that there are texts in.
    package var languages: LanguageSet { snapshot.workspace.languages }

    /// What the site is called, in a few words.
    func product(in texts: Texts) -> String {
        snapshot.workspace.settings.shortName?.text(for: texts.language) ?? texts[.product]
    }
}
