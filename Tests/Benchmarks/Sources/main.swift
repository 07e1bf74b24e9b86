// followup-bench: measures one inner step of the program, for Tests/Benchmarks/bench.py.
//
//     followup-bench yaml FILE [--decode | --commitments]

import Diagnostics
import Glibc
import LocatedYAML

/// Seconds of the monotonic clock.
func secondsNow() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}

func fail(_ message: String, code: Int32) -> Never {
    let line = Array("followup-bench: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(code)
}

let arguments = CommandLine.arguments.dropFirst()
let step = arguments.count == 3 ? arguments.last : nil
guard (2...3).contains(arguments.count), arguments.first == "yaml", [nil, "--decode", "--commitments"].contains(step)
else { fail("usage: followup-bench yaml FILE [--decode | --commitments]", code: 2) }
let path = arguments[arguments.startIndex + 1]

do throws(FileError) {
    let bytes = try FileBytes(mapping: path)
    let start = secondsNow()
    if step == "--decode" {
        let commitments = decodeCommitments(bytes, path: path)
        let seconds = secondsNow() - start
        guard let commitments else { fail("\(path): not a sound commitments file", code: 1) }
        print("records \(commitments.count)\nseconds \(seconds)")
    } else if step == "--commitments" {
        let commitments = readCommitments(bytes, path: path)
        let seconds = secondsNow() - start
        guard let commitments else { fail("\(path): not a sound commitments file", code: 1) }
        print("records \(commitments.count)\nseconds \(seconds)")
    } else {
        let document = readNodes(bytes, path: path)
        let seconds = secondsNow() - start
        guard let document else { fail("\(path): not a sound document", code: 1) }
        print("nodes \(count(document.root))\nseconds \(seconds)")
    }
} catch {
    fail(error.description, code: 1)
}
