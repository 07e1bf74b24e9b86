import Dashboard
import Diagnostics
import FollowUpModel
import Localization

/// What a page's address asks for: the page, the date, and what the page is narrowed to.
struct PageQuestion {
    /// The page.
    let place: PageAddress
    /// The date, where one was given.
    let asOf: PartialDate?
    /// What the matrix is narrowed to, but for measure and forum, which stand in the path.
    private(set) var filter = MatrixFilter.none
    /// What was searched for.
    let search: String?
    /// The page at whose address this question belongs: with the measure or forum that was given as a parameter, and
    /// with each value as the page itself writes it, which its script looks for; nil where it stands there already.
    private(set) var moved: PageAddress?
    /// The parameters that count, in one order, with a question mark; empty without any.
    let query: String
    /// The date alone, likewise.
    let datePart: String

    /// Reads the parameters of an address.
    ///
    /// Forms send empty ones, which say nothing. Names that nothing here has are passed over, as of campaigns and
    /// trackers, but for those that look like a slip.
    init(_ place: PageAddress, _ address: WebAddress, in picture: PageData) throws(PageFailure) {
        self.place = place
        let parameters = Self.parameters(of: place)
        var values: [String: String] = [:]
        for given in address.parameters {
            guard let parameter = parameters.first(where: { $0.name == given.name }) else {
                if let near = given.name.nearest(in: parameters.map(\.name)) {
                    throw .unknownParameter(name: given.name.shortened, nearest: near)
                }
                continue
            }
            guard !given.value.isEmpty else { continue }
            let value = try parameter.check(given.value, in: picture)
            if value != given.value { moved = place }
            values[given.name] = value
        }
        asOf = values["as-of"].flatMap(Parameter.date)
        datePart = values["as-of"].map { "?as-of=" + $0 } ?? ""
        search = values["q"]
        if place.kind == .matrix {
            filter.subregion = values["subregion"]
            filter.voice = values["voice"].flatMap(Voice.init)
            filter.confidence = values["confidence"].flatMap { Confidence(rawValue: $0) ?? Self.confidence(rank: $0) }
            filter.sort = values["sort"]
            if values["measure"] != nil || values["forum"] != nil {
                moved = .matrix(measure: values["measure"] ?? place.measure, forum: values["forum"] ?? place.forum)
                (values["measure"], values["forum"]) = (nil, nil)
            }
        }
        let kept = parameters.compactMap { parameter in
            values[parameter.name].map { "\(parameter.name)=\($0.percentEncoded)" }
        }
        query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    }

    private static func confidence(rank: String) -> Confidence? {
        Confidence.allCases.first { String($0.rank) == rank }
    }

    private static func parameters(of place: PageAddress) -> [Parameter] {
        switch place.kind {
        case .matrix:
            [
                .asOf, .measure, .forum, .subregion, .voice,
                Parameter(
                    "confidence", .words(Confidence.allCases.flatMap { [$0.rawValue, String($0.rank)] }), .apiConfidence
                ),
                Parameter("sort", .names(\.targetIds), .apiSort),
            ]
        case .search: [.asOf, .query]
        case .problems, .api: []
        default: [.asOf]
        }
    }
}
