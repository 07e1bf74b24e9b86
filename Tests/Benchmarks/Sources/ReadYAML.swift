import Diagnostics
import LocatedYAML
import SystemIO

// All that the benchmark asks of LocatedYAML stands in this file.

/// `yaml FILE`: bytes to located nodes.
func measureNodes(_ path: String) {
    let bytes = map(path)
    let (document, seconds) = timed { readNodes(bytes, path: path) }
    guard let document else { fail("\(path): not a sound document", code: 1) }
    print("nodes \(count(document.root))\nseconds \(seconds)")
}

/// `yaml FILE --decode`: bytes to located, decoded definitions.
func measureDecoding(_ path: String) {
    let bytes = map(path)
    let (commitments, seconds) = timed { decodeCommitments(bytes, path: path) }
    guard let commitments else { fail("\(path): not a sound commitments file", code: 1) }
    print("records \(commitments.count)\nseconds \(seconds)")
}

/// `yaml FILE --commitments`: bytes to commitments as the program reads them.
func measureCommitments(_ path: String) {
    let bytes = map(path)
    let (commitments, seconds) = timed { readCommitments(bytes, path: path) }
    guard let commitments else { fail("\(path): not a sound commitments file", code: 1) }
    print("records \(commitments.count)\nseconds \(seconds)")
}

/// Reads a file's bytes into located nodes; nil when they are not one sound document.
func readNodes(_ bytes: FileBytes, path: String) -> YAMLDocument? {
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: bytes)
    let (document, diagnostics) = YAMLDocument.parse(bytes, file: file)
    return diagnostics.isEmpty ? document : nil
}

/// Reads and decodes a commitments file; nil when anything in it is wrong.
func decodeCommitments(_ bytes: FileBytes, path: String) -> [MeasuredCommitment]? {
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    let decoded = MeasuredFile.decode(bytes, file: file, into: &diagnostics)
    return diagnostics.isEmpty ? decoded?.commitments : nil
}

/// The number of nodes from `node` downwards, keys counted as libyaml counts them.
func count(_ node: YAMLNode) -> Int {
    switch node.kind {
    case .list: node.items.reduce(1) { $0 + count($1) }
    case .mapping: node.pairs.reduce(1) { $0 + count($1.key) + count($1.value) }
    default: 1
    }
}

/// The generated commitments file.
struct MeasuredFile: YAMLRecord {
    static let schemaName = "measured-file"
    static let schemaSummary = "A generated commitments file."
    var commitments: [MeasuredCommitment]

    static func read(_ record: inout RecordReader) -> MeasuredFile? {
        MeasuredFile(commitments: record.list("commitments", of: .record(MeasuredCommitment.self), "The commitments."))
    }
}

/// One generated commitment, with as many fields and kinds of field as a true one.
struct MeasuredCommitment: YAMLRecord {
    static let schemaName = "measured-commitment"
    static let schemaSummary = "A generated commitment."
    var id: Located<String>
    var number: String?
    var title: [YAMLEntry<String>]
    var instrument: String?
    var adopted: Located<String>?
    var legalForce: String?
    var deadline: Located<String>?
    var addressees: [String]
    var crosswalk: [MeasuredAlignment]
    var confidence: String?
    var sources: [Located<String>]
    var note: String?

    static func read(_ record: inout RecordReader) -> MeasuredCommitment? {
        let id = record.required("id", YAMLType.located(.identifier), "The stable id.")
        let number = record.optional("number", .text, "The forum's own numbering.")
        let title = record.dictionary("title", of: .text, "The title by language.")
        let instrument = record.optional("instrument", .text, "The instrument.")
        let adopted = record.optional("adopted", YAMLType.located(.text), "The day, month or year of adoption.")
        let legalForce = record.optional(
            "legal-force", .word(from: ["binding", "political", "voluntary"].map { YAMLWord($0) }), "How it binds.")
        let deadline = record.optional("deadline", YAMLType.located(.text), "The day it is due.")
        let addressees = record.list("addressees", of: .text, "Whom it addresses.")
        let crosswalk = record.list("crosswalk", of: .record(MeasuredAlignment.self), "The lines it is aligned to.")
        let confidence = record.optional("confidence", .text, "How sure we are.")
        let sources = record.list("sources", of: YAMLType.located(.text), "Where it is written.")
        let note = record.optional("note", .prose, "What else there is to say.")
        guard let id else { return nil }
        return MeasuredCommitment(
            id: id, number: number, title: title, instrument: instrument, adopted: adopted, legalForce: legalForce,
            deadline: deadline, addressees: addressees, crosswalk: crosswalk, confidence: confidence,
            sources: sources, note: note)
    }
}

/// One generated alignment.
struct MeasuredAlignment: YAMLRecord {
    static let schemaName = "measured-alignment"
    static let schemaSummary = "A generated alignment."
    var line: Located<String>
    var relation: String?
    var confidence: String?

    static func read(_ record: inout RecordReader) -> MeasuredAlignment? {
        let line = record.required("to", YAMLType.located(.text), "The line.")
        let relation = record.optional("relation", .text, "The SKOS relation.")
        let confidence = record.optional("confidence", .text, "How sure we are.")
        guard let line else { return nil }
        return MeasuredAlignment(line: line, relation: relation, confidence: confidence)
    }
}
