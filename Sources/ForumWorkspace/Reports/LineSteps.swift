import FollowUpModel
import SystemIO

/// The numbers of a file's lines at every so many bytes, so that the line of a byte is found without reading all before it.
struct LineSteps: Sendable {
    private static let step = 1 << 9
    /// The line in which each step begins, counted from 1.
    private let lines: [UInt32]

    /// The steps of a file, looked for when somebody asks: most readings never do.
    static func onDemand(of bytes: FileBytes) -> LazyValue<LineSteps> {
        LazyValue { LineSteps(of: bytes.view) }
    }

    init(of bytes: ByteView) {
        var (lines, line): ([UInt32], UInt32) = ([], 1)
        for start in stride(from: 0, to: max(1, bytes.count), by: Self.step) {
            lines.append(line)
            line += UInt32(Self.ends(in: bytes, start..<min(start + Self.step, bytes.count)))
        }
        self.lines = lines
    }

    /// The line in which a byte stands.
    func line(ofByte offset: Int, in bytes: ByteView) -> Int {
        let step = min(offset / Self.step, lines.count - 1)
        return Int(lines[step]) + Self.ends(in: bytes, step * Self.step..<offset)
    }

    /// The number of line ends that stand in a range; one of two bytes counts where its second one stands.
    private static func ends(in bytes: ByteView, _ range: Range<Int>) -> Int {
        var count = 0
        for place in range {
            let byte = bytes[place]
            if byte == 0x0A || byte == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A) { count += 1 }
        }
        return count
    }
}
