import Diagnostics
import SystemIO

/// Where the table of a report file begins, and what separates its columns.
///
/// Spreadsheets write a byte-order mark or a line such as `sep=;` above it, people a title. The header is the first of
/// the file's first records that names two of the columns every report file needs, whatever separates them.
struct TableStart {
    /// Comma, semicolon, tab or bar.
    private(set) var delimiter: UInt8
    /// The byte at which the first record begins, after a byte-order mark and a line such as `sep=;`.
    let first: Int
    /// The byte at which the header begins.
    private(set) var header: Int
    /// Whether the header was known by the names of its columns.
    private(set) var isCertain = false

    /// How many records that aren't blank, and how many bytes, are looked at for a header.
    private static let depth = (records: 30, bytes: 1 << 16)

    /// Looks at the beginning of a file.
    init(of bytes: ByteView) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = CSVScanner(bytes, delimiter: 0, offset: mark)
        let text = line.next() ? line.fields.first.map { line.text($0).lowercased() } ?? "" : ""
        let isSeparator = text.hasPrefix("sep=") && !text.dropFirst(4).contains { $0.isLetter || $0.isNumber }
        first = isSeparator ? line.offset : mark
        header = first
        let names = bytes[first...].prefix { $0 != 0x0A && $0 != 0x0D }
        let likely = ";\t|".utf8.first { names.contains($0) && !names.contains(UInt8(ascii: ",")) }
        delimiter = likely ?? UInt8(ascii: ",")
        var nearest = Self.depth.records
        for candidate in ",;\t|".utf8 where nearest > 0 {
            guard let found = Self.header(in: bytes, from: first, candidate, within: nearest) else { continue }
            (delimiter, header, nearest, isCertain) = (candidate, found.place, found.above, true)
        }
    }

    /// The first record that names columns, and how many stand above it.
    private static func header(
        in bytes: ByteView, from first: Int, _ delimiter: UInt8, within most: Int
    ) -> (place: Int, above: Int)? {
        var scanner = CSVScanner(bytes, delimiter: delimiter, offset: first)
        var above = 0
        while above < most, scanner.offset - first < depth.bytes, case let place = scanner.offset, scanner.next() {
            let names = scanner.fields.prefix(64).map { scanner.text($0).trimmingSpaces() }
            // Most headers name the columns as they are called; to know them by other names takes longer.
            if names.name(ReportColumn.init(rawValue:)) || names.name(ReportColumn.init(naming:)) {
                return (place, above)
            }
            above += scanner.isBlank ? 0 : 1
        }
        return nil
    }
}

extension ReportColumn {
    /// The column that a name means as it stands, in another spelling or in another language.
    fileprivate init?(naming name: String) {
        guard let column = ReportColumn(rawValue: name) ?? ReportColumn(spelt: name) ?? ReportColumn(inOtherWords: name)
        else { return nil }
        self = column
    }

    /// The column that a name means but for case, accents and how its words are joined.
    init?(spelt name: String) {
        let letters = name.lettersAlone
        guard let column = Self.allCases.first(where: { $0.rawValue.lettersAlone == letters }) else { return nil }
        self = column
    }

    /// The column that people name in these words.
    init?(inOtherWords name: String) {
        let letters = name.lettersAlone
        let named = Self.otherWords.first { $0.value.split(separator: " ").contains { $0 == letters } }
        guard let column = named?.key else { return nil }
        self = column
    }

    /// What the columns are called in Spanish, Portuguese, French and otherwise in English, as ``lettersAlone``.
    private static let otherWords: KeyValuePairs<Self, String> = [
        .id: "identificador identifiant codigo code", .commitment: "compromiso compromisso engagement",
        .party: "pais pays parte partie country", .status: "estado estatus situacion situacao statut etat",
        .date: "fecha data", .dateKind: "tipodefecha tipodedata typededate", .voice: "voz voix",
        .givenBy: "dadopor donnepar", .confidence: "confianza confianca confiance",
        .wording: "texto redaccion redacao texte libelle", .scope: "alcance ambito portee",
        .evidence: "evidencia prueba prova preuve", .sources: "fuente fuentes fonte fontes source",
        .note: "nota notas notes observaciones observacoes observations remarque remarques comment comments",
    ]
}

extension [String] {
    /// Whether they name two of the columns that every report file needs.
    fileprivate func name(_ column: (String) -> ReportColumn?) -> Bool {
        Set(compactMap(column)).count { ReportColumn.required.contains($0) } > 1
    }
}

extension String {
    /// Its letters and digits in lower case, without accents.
    var lettersAlone: String { foldedForSearch.filter { $0.isLetter || $0.isNumber } }
}
