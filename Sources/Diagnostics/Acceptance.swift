extension Diagnostic {
    /// What a person says of warnings that are right as they stand: a remark that travels with the problems until
    /// ``Swift/Array/settled(reach:)`` takes both out.
    ///
    /// - Parameters:
    ///   - range: where the code is written.
    ///   - extent: what it is said of; the whole file for one that stands at the top.
    package static func acceptance(
        of code: String, at range: SourceRange, over extent: SourceRange, because reason: String
    ) -> Self {
        Self(
            severity: .note, code: DiagnosticCode(code), message: reason, range: range,
            notes: [DiagnosticNote("accepted", at: extent)], fixIts: [], help: nil)
    }

    /// Whether this acceptance speaks of a warning: of its place, or of a place that it points to.
    fileprivate func covers(_ warning: Diagnostic, reach: (FileID, FileID?) -> Bool) -> Bool {
        guard let extent = notes.first?.range else { return false }
        let isWhole = extent == .wholeFile(extent.file)
        return ([warning.range] + warning.notes.map(\.range)).contains { place in
            guard let place else { return isWhole && reach(extent.file, nil) }
            if isWhole { return place.file == extent.file || reach(extent.file, place.file) }
            return place.file == extent.file && extent.start <= place.start && place.end <= extent.end
        }
    }
}

extension [Diagnostic] {
    /// Takes out the warnings that are accepted where they stand, and warns of what is accepted and isn't there.
    ///
    /// - Parameter reach: whether what stands at the top of a file also speaks of another file, or of what has no place.
    package func settled(reach: (FileID, FileID?) -> Bool) -> (open: [Diagnostic], accepted: [Diagnostic]) {
        let acceptances = filter { $0.severity == .note }
        guard !acceptances.isEmpty else { return (self, []) }
        let byCode = Dictionary(grouping: acceptances.indices) { acceptances[$0].code }
        var (open, accepted, used) = ([Diagnostic](), [Diagnostic](), Set<Int>())
        for diagnostic in self where diagnostic.severity != .note {
            let known = diagnostic.severity == .warning ? byCode[diagnostic.code] ?? [] : []
            let speaking = known.filter { acceptances[$0].covers(diagnostic, reach: reach) }
            used.formUnion(speaking)
            if speaking.isEmpty { open.append(diagnostic) } else { accepted.append(diagnostic) }
        }
        // Where something can't be read, not all checks were made.
        if !open.hasErrors {
            for place in acceptances.indices where !used.contains(place) {
                open.append(acceptances[place].acceptsNothing)
            }
        }
        return (open, accepted)
    }
}

extension Diagnostic {
    fileprivate var acceptsNothing: Diagnostic {
        let isKnown = CodeTexts.byName[code.name] != nil
        let near = isKnown ? nil : code.name.nearest(in: CodeTexts.byName.keys.sorted())
        return .warning(
            DiagnosticCode("accepts-nothing"), at: range, "no warning of the code '\(code.name)' stands here",
            fixIts: near.flatMap { near in range.map { [.replace($0, with: near)] } } ?? [])
    }
}
