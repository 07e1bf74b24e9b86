import Diagnostics
import FollowUpModel
import SystemIO

/// The ids of all reports of a forum met so far, to find one that comes twice.
///
/// A table of slots with open addressing, made once with room for all rows; a slot holds half of the id's hash and the
/// number of its row. Only where the halves are the same are the two records read again and their ids compared.
struct ReportIdentities {
    private struct Slot {
        var hash: UInt32 = 0
        /// The number of the row and one; 0 for a free slot.
        var row: UInt32 = 0
    }

    private var slots: [Slot]
    private let mask: Int
    private let files: [ReportFile]

    /// Starts without any; `files` are the forum's report files by their numbers, with at most so many rows.
    init(files: [ReportFile], rows: Int) {
        self.files = files
        var size = 64
        while size < rows * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
    }

    /// The hash under which an id is remembered, the same for capital and small letters; never 0, which stands for no id.
    @inline(__always)
    static func hash(of id: ByteKey) -> UInt32 {
        max(1, UInt32(truncatingIfNeeded: id.hash(ignoring: 0x2020_2020_2020_2020)))
    }

    /// Remembers the id of the report that becomes a row and stands at a place; when it was met before, in capital or
    /// small letters, returns where.
    @inline(__always)
    mutating func insert(
        hash: UInt32, row: Int, at place: @autoclosure () -> ReportPlace, known: (Int) -> ReportPlace
    ) -> ReportPlace? {
        var slot = Int(hash) & mask
        while slots[slot].row != 0 {
            if slots[slot].hash == hash, case let other = known(Int(slots[slot].row) - 1), isSame(other, place()) {
                return other
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Slot(hash: hash, row: UInt32(row + 1))
        return nil
    }

    private func isSame(_ one: ReportPlace, _ other: ReportPlace) -> Bool {
        let ((bytes, field), (otherBytes, otherField)) = (id(of: one), id(of: other))
        return bytes[field.start..<field.end].elementsEqual(otherBytes[otherField.start..<otherField.end]) {
            $0 == $1 || $0 ^ $1 == 0x20 && (0x61...0x7A).contains($0 | 0x20)
        }
    }

    /// The id of the report at a place, as it is written.
    func text(of place: ReportPlace) -> String { id(of: place).field.text(in: id(of: place).bytes) }

    /// The range of the id of the report at a place.
    func range(of place: ReportPlace) -> SourceRange {
        files[place.file].range(id(of: place).field.bytes)
    }

    /// Reads the record at a place once more, up to its id.
    private func id(of place: ReportPlace) -> (bytes: ByteView, field: CSVField) {
        let file = files[place.file]
        return (file.bytes.view, file.record(at: place.offset).fields[column(of: place)])
    }

    private func column(of place: ReportPlace) -> Int {
        guard let column = files[place.file].header.place(of: .id) else {
            preconditionFailure("a report with an id comes from a file with a column for it")
        }
        return column
    }
}
