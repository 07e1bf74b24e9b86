extension ContributionUse {
    /// The name used in documents for programs.
    package var code: String {
        switch self {
        case .counted: "counted"
        case .sameEvidence: "same-evidence"
        case .silent: "silent"
        case .outside: "outside"
        }
    }
}

extension ReportUse {
    /// The name used in documents for programs.
    package var code: String {
        switch self {
        case .spoke: "spoke"
        case .otherVoice: "other-voice"
        case .older: "older"
        case .partial: "partial"
        case .afterAsOf: "after-as-of"
        case .belowConfidence: "below-confidence"
        }
    }
}
