public import Diagnostics

/// A country's place in the ``CountryTable`` of its workspace.
///
/// They are ordered by their alpha-3 codes.
public typealias CountryIndex = PlaceIndex<Country, UInt16>

/// A country or territory, by its ISO 3166-1 alpha-3 code.
public struct Country: Hashable, Sendable {
    /// ISO 3166-1 alpha-3.
    public var code: String
    /// ISO 3166-1 alpha-2.
    public var alpha2: String
    /// UN M49 code, three digits with leading zeros.
    public var m49: String
    /// The name for people.
    public var name: LocalizedText
    /// The group it belongs to, such as `lac-state`.
    public var group: String
    /// The UN M49 region's code.
    public var region: String
    /// The UN M49 intermediate region's code, where there is one.
    public var subregion: String?
    /// Whether it is a sovereign State.
    public var isSovereign: Bool
    /// The State that administers it, for territories.
    public var administeredBy: String?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a country.
    public init(
        code: String, alpha2: String, m49: String, name: LocalizedText, group: String, region: String,
        subregion: String?, isSovereign: Bool, administeredBy: String?, origin: SourceRange
    ) {
        self.code = code
        self.alpha2 = alpha2
        self.m49 = m49
        self.name = name
        self.group = group
        self.region = region
        self.subregion = subregion
        self.isSovereign = isSovereign
        self.administeredBy = administeredBy
        self.origin = origin
    }
}

/// A region of the UN M49 standard.
public struct Region: Hashable, Sendable {
    /// The M49 code.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// The region it lies in.
    public var parent: String?

    /// Makes a region.
    public init(id: String, name: LocalizedText, parent: String?) {
        self.id = id
        self.name = name
        self.parent = parent
    }

    /// The name that people type and that stands in addresses, such as `central-america`.
    public var typedName: String { name.text(for: .english).foldedForComparison }

    /// Whether it is called so: by its M49 code, or by its name in any language, however it is spelt.
    public func isCalled(_ text: String) -> Bool {
        id == text || name.wordings.contains { $0.text.foldedForComparison == text.foldedForComparison }
    }
}

/// All countries of a workspace, in the order of their alpha-3 codes.
public struct CountryTable: Sendable {
    /// The countries, sorted by code.
    public let countries: [Country]
    /// The regions, in file order.
    public let regions: [Region]
    private let indexByCode: [String: CountryIndex]

    /// Makes a table; of two countries with the same code the first one is kept.
    public init(countries: [Country], regions: [Region]) {
        var seen: Set<String> = []
        self.countries = countries.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
        self.regions = regions
        indexByCode = CountryIndex.places(of: self.countries.map(\.code))
    }

    /// The place of a country by its alpha-3 code, or nil.
    public func index(of code: String) -> CountryIndex? { indexByCode[code] }

    /// The country at a place of this table.
    public subscript(index: CountryIndex) -> Country { countries[Int(index.rawValue)] }

    /// The places of a group's countries, in the order of their codes.
    public func members(ofGroup group: String) -> [CountryIndex] {
        countries.indices.filter { countries[$0].group == group }.map(CountryIndex.init)
    }
}
