/// One step of writing a page: the tags of a template, with every name found.
indirect enum TemplateStep: Sendable {
    /// Writes the template's own text.
    case text([UInt8])
    /// Writes the text of the interface that has this place among all, in the page's language.
    case label(Int)
    /// Writes what stands at a place of the view, escaped; nothing for `null`.
    case value(Place)
    /// Takes steps for each element of a list, once for `true`, and once with any other value that isn't `null`.
    case section(Place, [TemplateStep])
    /// Takes steps once where a list isn't empty, without going into it.
    case whereAny(Place, [TemplateStep])
    /// Takes steps where a section would take none.
    case unless(Place, [TemplateStep])

    /// Where a value stands in a document.
    struct Place: Sendable {
        /// Which of the values that sections have opened, the document itself being the first.
        var scope: Int
        /// The place of the member in its object, then that of the member's member; empty for the value as a whole.
        var path: [Int]
    }
}
