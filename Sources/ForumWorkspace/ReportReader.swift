import Diagnostics
import FollowUpModel

/// What reading one report file gave.
struct ReportFileReading {
    /// The header; nil when the file could not be read at all.
    var header: ReportHeader?
    /// The rows that stand.
    var table = ReportTable()
    /// The number of rows that don't.
    var rejected = 0
    /// The number of rows that stand, with warnings.
    var warned = 0
    /// What is wrong.
    var diagnostics: [Diagnostic] = []
}

/// Reads a forum's report files into columns.
///
/// The bytes are scanned once. A row costs no String: ids and words are looked up by their bytes, dates become
/// numbers, texts stay where they are. Only a row that is wrong is looked at again, to say where and why.
struct ReportReader {
    /// The most rows of one file that are reported one by one.
    static let listedRows = 200

    let forum: ForumDefinition
    let commitments: ByteLookup
    let parties: ByteLookup
    let words: [ByteLookup]
    let vocabularyOfCommitment: [Int]
    let commitmentIds: [String]
    let unreadCommitments: Set<String>
    let rounds: [String?]
    let countries: CountryTable

    /// Gets ready for a forum; `unreadCommitments` are the ids of those that have an error of their own.
    init(
        forum: ForumDefinition, commitments: [Commitment], unreadCommitments: Set<String> = [], countries: CountryTable
    ) {
        self.forum = forum
        self.unreadCommitments = unreadCommitments
        self.countries = countries
        commitmentIds = commitments.map(\.id)
        rounds = commitments.map(\.round)
        self.commitments = ByteLookup(commitments.enumerated().map { ($1.id, UInt32($0)) })
        parties = ByteLookup(forum.parties.parties.enumerated().map { ($1.id, UInt32($0)) })
        let own = forum.rounds.filter { $0.vocabulary != nil }
        words = ([forum.vocabulary] + own.compactMap(\.vocabulary)).map(Self.lookup)
        vocabularyOfCommitment = commitments.map { commitment in
            own.firstIndex { $0.id == commitment.round }.map { $0 + 1 } ?? 0
        }
    }

    private static func lookup(of vocabulary: Vocabulary) -> ByteLookup {
        ByteLookup(
            vocabulary.words.enumerated().flatMap { place, word in
                Vocabulary.spellings(of: word).map { ($0, UInt32(vocabulary.firstIndex + place)) }
            })
    }

    /// Reads one file; `number` is its place among the forum's report files.
    func read(
        _ bytes: FileBytes, file: FileID, number: Int, identities: inout ReportIdentities
    ) -> ReportFileReading {
        bytes.withUnsafeBytes { buffer in
            var reading = ReportFileReading()
            guard
                let header = ReportHeader.read(
                    buffer, file: file, ownFields: forum.reportFields, into: &reading.diagnostics)
            else {
                reading.rejected = Self.countRows(buffer)
                return reading
            }
            reading.header = header
            let columns = ReportColumns(header: header, ownFields: forum.reportFields)
            reading.table.reserve(buffer.count / 64)
            var rows = RowReader(reader: self, bytes: buffer, file: file, columns: columns)
            rows.readAll(from: header, number: number, identities: &identities, into: &reading)
            return reading
        }
    }

    /// The number of records below the first row that aren't blank, for a file whose rows can't be read.
    static func countRows(_ bytes: UnsafeRawBufferPointer) -> Int {
        var scanner = CSVScanner(atHeaderOf: bytes)
        _ = scanner.next()
        var count = 0
        while scanner.next() { count += scanner.isBlank ? 0 : 1 }
        return count
    }
}

/// Where the columns of a file stand.
struct ReportColumns {
    let id: Int?
    let commitment: Int
    let party: Int
    let status: Int
    let date: Int
    let dateKind: Int?
    let voice: Int?
    let givenBy: Int?
    let confidence: Int?
    let scope: Int?
    let evidence: Int?
    let own: [(place: Int, field: FieldDefinition)]
    let count: Int

    init(header: ReportHeader, ownFields: [FieldDefinition]) {
        func required(_ column: ReportColumn) -> Int {
            guard let place = header.place(of: column) else {
                preconditionFailure("a header without the required columns is refused before its rows are read")
            }
            return place
        }
        id = header.place(of: .id)
        commitment = required(.commitment)
        party = required(.party)
        status = required(.status)
        date = required(.date)
        dateKind = header.place(of: .dateKind)
        voice = header.place(of: .voice)
        givenBy = header.place(of: .givenBy)
        confidence = header.place(of: .confidence)
        scope = header.place(of: .scope)
        evidence = header.place(of: .evidence)
        own = ownFields.compactMap { field in header.names.firstIndex(of: field.name).map { ($0, field) } }
        count = header.names.count
    }
}
