import Glibc

/// Seconds of the monotonic clock.
func secondsNow() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}

/// What `work` gives, and how many seconds it took.
func timed<Value>(_ work: () -> Value) -> (value: Value, seconds: Double) {
    let start = secondsNow()
    let value = work()
    return (value, secondsNow() - start)
}

/// The median of the seconds that `work` takes, out of five times; the last value.
func repeated<Value>(_ work: () -> Value) -> (value: Value, seconds: Double) {
    var (value, seconds) = timed(work)
    var all = [seconds]
    for _ in 1..<5 {
        (value, seconds) = timed(work)
        all.append(seconds)
    }
    return (value, all.sorted()[all.count / 2])
}

/// The process's resident set so far at its largest, in bytes, with mapped files.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
}

func fail(_ message: String, code: Int32) -> Never {
    let line = Array("followup-bench: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(code)
}
