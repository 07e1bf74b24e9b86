package import SystemIO

/// Templates whose names are all found in the views that they show, still without the texts of a language.
///
/// A template names texts of the interface as `[[name]]`, so that a view holds facts and no labels.
package struct CheckedTemplates: Sendable {
    /// The steps of each template that shows a view.
    private let steps: [String: [TemplateStep]]
    /// The names of the texts that the steps ask for by their number.
    private let labels: [String]

    /// Checks templates against the shapes of the views that they show.
    ///
    /// - Parameters:
    ///   - sources: the text of every template by its name, also of those that others include.
    ///   - shapes: what the view of each template that makes a page of its own holds.
    ///   - labels: the names of the interface's texts.
    /// - Throws: ``TemplateError`` for a template that is broken, or that names a text, a member or a template that
    ///   doesn't exist.
    package init(
        _ sources: [String: String], showing shapes: [String: Shape], labels: Set<String>
    ) throws(TemplateError) {
        var tags: [String: [TemplateTag]] = [:]
        for (name, text) in sources { tags[name] = try TemplateTag.tags(of: text, in: name) }
        var compiler = TemplateCompiler(tags: tags, texts: labels)
        var steps: [String: [TemplateStep]] = [:]
        for (name, shape) in shapes { steps[name] = try compiler.steps(of: name, showing: shape) }
        self.steps = steps
        self.labels = compiler.labels
    }

    /// The templates with the texts of a language in their places.
    ///
    /// - Parameter text: the text of the interface that has a name.
    package func templates(with text: (String) -> String) -> TemplateSet {
        let labels = labels.map { name in
            var label = ByteWriter()
            label.append(escaping: text(name))
            return label.bytes
        }
        return TemplateSet(programs: steps.mapValues { TemplateProgram($0, labels: labels) })
    }
}

/// Templates with the texts of one language: they make pages of views' documents.
package struct TemplateSet: Sendable {
    fileprivate let programs: [String: TemplateProgram]

    /// Writes the page that a template makes of a view's document, as UTF-8; whatever comes from the view is escaped.
    package func render(_ document: ViewDocument, with template: String, to out: inout ByteWriter) {
        guard let program = programs[template] else {
            preconditionFailure("a page is made by a template that was checked, unlike \(template)")
        }
        var writer = TemplateWriter(document, program)
        writer.write(to: &out)
    }
}
