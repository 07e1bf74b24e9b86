import LocatedYAML
import SystemIO

extension FileBytes {
    /// Opens a file of a workspace, into memory or mapped.
    ///
    /// A table in UTF-16, the "Unicode text" of spreadsheets, becomes UTF-8, so that places in it are those of its text.
    static func open(_ path: String, intoMemory: Bool) throws(FileError) -> FileBytes {
        let bytes = intoMemory ? try FileBytes(reading: path) : try FileBytes(mapping: path)
        return path.lowercased().hasSuffix(".csv") ? bytes.fromUTF16 ?? bytes : bytes
    }

    /// The text in UTF-8; nil where it isn't UTF-16, or is damaged.
    private var fromUTF16: FileBytes? {
        let bytes = view
        guard CharacterCheck.wideEncoding(bytes) == "UTF-16", count.isMultiple(of: 2) else { return nil }
        let isBigEndian = bytes[0] == 0xFE || bytes[0] == 0
        let units = stride(from: 0, to: count, by: 2).lazy.map { place in
            let unit = UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
            return isBigEndian ? unit : unit.byteSwapped
        }
        var text: [UInt8] = []
        text.reserveCapacity(count / 2 + count / 16)
        let isDamaged = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
            text.append($0)
        }
        return isDamaged ? nil : FileBytes(text, isTranslated: true)
    }
}
