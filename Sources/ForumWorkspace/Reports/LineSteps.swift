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
            line += UInt32(bytes.lineEnds(in: start..<min(start + Self.step, bytes.count)))
        }
        self.lines = lines
    }

    /// The line in which a byte stands.
    func line(ofByte offset: Int, in bytes: ByteView) -> Int {
        let step = min(offset / Self.step, lines.count - 1)
        return Int(lines[step]) + bytes.lineEnds(in: step * Self.step..<offset)
    }
}
