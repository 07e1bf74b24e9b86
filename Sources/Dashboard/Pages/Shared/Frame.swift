import FollowUpModel

/// The view of one page: the only input of its template.
package protocol PageView: Codable, Sendable {
    /// What stands around the page's own content.
    var page: Frame { get }
}

/// What every page has: its language, its name, the ways to other pages.
package struct Frame: Codable, Sendable {
    var language: String
    /// In which direction the language is written: `ltr` or `rtl`.
    var direction: String
    /// What the site is called, in a few words.
    var product: String
    /// The title of the page, without the site's name.
    var title: String
    /// The title that tells the page from all others in a row of windows; without the site's name too.
    var windowTitle: String
    /// One sentence on the page.
    var summary: String?
    var site: String
    var asOf: DateText
    /// Until when the data reach, as a phrase.
    var dataUntil: String?
    /// The way up to the site's folder, ending with a slash.
    var root: String
    var home: String
    var search: String
    /// The page's document; a folder of files has none for the cells.
    var json: String?
    var method: String
    /// Whether a server answers, so that forms without a script work.
    var isLive: Bool
    /// What follows the names of the site's own files, so that browsers ask for a changed one anew.
    var stamp: String
    /// The page that describes the API, where a server answers.
    var api: String?
    var menu: [Link]
    var more: [Link]
    var trail: [Link]
    /// The same page in each language.
    var languages: [Link]
    /// The language of notes, where it is known and isn't the page's.
    var notesLanguage: String?
    /// What a reader has to know before believing the page, such as a forum that could not be read.
    var notices: [String]
    /// That the files are broken and this is the last picture before.
    var broken: Link?
}

/// What a server knows beside the picture that it shows.
package struct LiveState: Hashable, Sendable {
    /// What tells the site's own files of this program from those of another.
    package var stamp: String
    /// Whether the files can't be shown as they are now, so that this is the last picture before.
    package var isBroken: Bool
    /// The number of errors in the files.
    package var errors: Int

    /// Makes a state.
    package init(stamp: String, isBroken: Bool = false, errors: Int = 0) {
        self.stamp = stamp
        self.isBroken = isBroken
        self.errors = errors
    }
}

/// A way to a page, with what it is called.
struct Link: Codable, Sendable {
    /// A short name for it, such as a language's code.
    var id: String?
    var label: String
    /// Nil where more is said nowhere.
    var href: String?
    /// Whether it leads to the page that is shown.
    var isCurrent = false
}

extension Link {
    /// A source; only the address of the web that it may begin with is a link.
    init(source text: String) {
        label = text
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return }
        href = String(text.unicodeScalars.prefix { $0.isASCII ? $0.value > 0x20 : !$0.properties.isWhitespace })
    }
}

/// A text of the data.
struct Wording: Codable, Sendable {
    var text: String
    /// The code of its language, where that is known and isn't the page's.
    var language: String?
}

/// A commitment, and where its forum's page speaks of it.
struct CommitmentView: Codable, Sendable {
    var forum: Link
    var id: String
    var title: Wording
    var href: String
}

/// A measure or line with the word of one country on it.
struct CellView: Codable, Sendable {
    var country: String
    var id: String
    var title: String
    var mark: Mark
    var flags: [Flag]
    /// Of a measure with lines, how many of its parts have a word.
    var share: String?
    var newest: DateText?
    /// Where it is explained; nil where that is the page that is shown.
    var href: String?
}

/// A figure or a word with its name.
struct Fact: Codable, Sendable {
    var name: String
    var value: String
}

/// A date for programs and for people.
struct DateText: Codable, Hashable, Sendable {
    var iso: String
    var text: String
}

/// A word on progress, by sign, letter, name and look, so that each reads without the others.
struct Mark: Codable, Hashable, Sendable {
    /// The level's id, or the kind of nothing.
    var code: String
    var sign: String
    var letter: String
    var name: String
    /// The class by which the style sheet colours it: `l0` to `l3`, `lx` for a step back, `none`.
    var look: String
    /// The place on the scale, -1 for a step back, nil for nothing.
    var rank: Int?
}

/// What makes a cell worth a second look.
struct Flag: Codable, Hashable, Sendable {
    var code: String
    var sign: String
    var name: String
}

/// The key to signs and flags.
struct Legend: Codable, Sendable {
    var levels: [Mark]
    var missing: [Mark]
    var flags: [Flag]
}

/// How many words of each kind, drawn as one bar.
struct Tallied: Codable, Sendable {
    /// One stretch of the bar.
    struct Part: Codable, Sendable {
        var look: String
        /// Where it begins and how wide it is, of 100.
        var x: Double
        var width: Double
    }

    var parts: [Part]
    /// The bar in words.
    var text: String
}
