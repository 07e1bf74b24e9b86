/// The steps of one page in one language, one after the other: those that a section takes follow it, and whatever is the
/// same on every page of the kind is one text.
struct TemplateProgram: Sendable {
    /// One step; `count` is the number of steps that follow and are the section's own.
    enum Step: Sendable {
        /// Writes a stretch of ``text``.
        case text(start: Int32, count: Int32)
        /// See ``TemplateStep/value(_:)``.
        case value(Place)
        /// See ``TemplateStep/section(_:_:)``.
        case section(Place, count: Int32)
        /// See ``TemplateStep/whereAny(_:_:)``.
        case whereAny(Place, count: Int32)
        /// See ``TemplateStep/unless(_:_:)``.
        case unless(Place, count: Int32)
    }

    /// See ``TemplateStep/Place``; of the members as many are set as `depth` says.
    struct Place: Sendable {
        var scope: Int16
        var depth: Int8
        var members: (Int16, Int16, Int16, Int16)

        init(_ place: TemplateStep.Place) {
            precondition(place.path.count <= 4, "a name in a template has at most four parts")
            func member(_ number: Int) -> Int16 { number < place.path.count ? Int16(place.path[number]) : 0 }
            scope = Int16(place.scope)
            depth = Int8(place.path.count)
            members = (member(0), member(1), member(2), member(3))
        }
    }

    private(set) var steps: [Step] = []
    private(set) var text: [UInt8] = []

    /// Lays steps out.
    ///
    /// - Parameter labels: the texts of the interface in the language, escaped.
    init(_ steps: [TemplateStep], labels: [[UInt8]]) { add(steps, labels) }

    private mutating func add(_ steps: [TemplateStep], _ labels: [[UInt8]]) {
        // A text joins the one before it, but not one that a section before it ends with.
        var follows = false
        for step in steps {
            switch step {
            case .text(let bytes): add(bytes, follows: follows)
            case .label(let number): add(labels[number], follows: follows)
            case .value(let place): self.steps.append(.value(Place(place)))
            case .section(let place, let inside): add(inside, labels) { .section(Place(place), count: $0) }
            case .whereAny(let place, let inside): add(inside, labels) { .whereAny(Place(place), count: $0) }
            case .unless(let place, let inside): add(inside, labels) { .unless(Place(place), count: $0) }
            }
            switch step {
            case .text, .label: follows = true
            default: follows = false
            }
        }
    }

    private mutating func add(_ bytes: [UInt8], follows: Bool) {
        if follows, case .text(let start, let count)? = steps.last {
            steps[steps.count - 1] = .text(start: start, count: count + Int32(bytes.count))
        } else {
            steps.append(.text(start: Int32(text.count), count: Int32(bytes.count)))
        }
        text += bytes
    }

    private mutating func add(_ inside: [TemplateStep], _ labels: [[UInt8]], as section: (Int32) -> Step) {
        let place = steps.count
        steps.append(section(0))
        add(inside, labels)
        steps[place] = section(Int32(steps.count - place - 1))
    }
}
