import SystemIO
import Testing

@testable import ForumWorkspace

/// The line of a byte found by steps is the one that is counted from the start.
@Suite struct LineStepsTests {
    /// The line by the simplest count: one more for each line end that stands whole before the byte.
    private func line(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for place in 0..<offset {
            let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
            if bytes[place] == 0x0A || bytes[place] == 0x0D && !isPair { line += 1 }
        }
        return line
    }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 8192, 20_000])
    func theyAgreeWithACountFromTheStart(_ size: Int) {
        // Many line ends of all three kinds, so that some stand across the end of a step.
        for seed: UInt32 in 1...8 {
            var state = seed
            let bytes: [UInt8] = (0..<size).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return [UInt8(ascii: "a"), 0x0A, 0x0D, 0xC3][Int(state >> 30)]
            }
            let view = FileBytes(bytes).view
            let steps = LineSteps(of: view)
            for offset in [0, size / 3, size / 2, 4095, 4096, 4097, size] where offset <= size {
                #expect(steps.line(ofByte: offset, in: view) == line(ofByte: offset, in: bytes), "\(offset)")
            }
        }
    }
}
