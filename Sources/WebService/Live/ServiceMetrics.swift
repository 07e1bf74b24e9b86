import Dashboard
import Harmonization
import Synchronization
import SystemIO

/// What the service counts of itself, as Prometheus reads it.
///
/// A class because all connections share it.
final class ServiceMetrics: Sendable {
    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    /// The upper bounds of the histogram, in milliseconds.
    private static let bounds: [Double] = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]

    private struct Histogram {
        var counts = [Int](repeating: 0, count: ServiceMetrics.bounds.count + 1)
        var sum = 0.0
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var times: [String: Histogram] = [:]
        var reloads: [ReloadOutcome: Int] = [:]
    }

    private let state = Mutex(State())

    /// Counts a request.
    func count(route: String, status: Int, time: Duration) {
        let milliseconds = time / .milliseconds(1)
        let place = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.requests[Key(route: route, status: status), default: 0] += 1
            state.times[route, default: Histogram()].counts[place] += 1
            state.times[route, default: Histogram()].sum += milliseconds / 1000
        }
    }

    /// Counts a reading of the files.
    func count(_ outcome: ReloadOutcome) { state.withLock { $0.reloads[outcome, default: 0] += 1 } }

    /// Everything as text, with what is known of the edition.
    func text(edition: Edition, now: HTTPDate, connections: Int, clients: Int) -> String {
        let state = state.withLock { $0 }
        var text = MetricsText()
        text.add(
            "followup_requests_total", "counter", "Requests by kind of address and status.",
            state.requests.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }.map {
                ("{route=\"\($0.key.route)\",status=\"\($0.key.status)\"}", String($0.value))
            })
        let name = "followup_request_seconds"
        text.begin(name, "histogram", "Time to answer, without sending.")
        for (route, histogram) in state.times.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (place, count) in histogram.counts.enumerated() {
                total += count
                let bound = place < Self.bounds.count ? String(Self.bounds[place] / 1000) : "+Inf"
                text.add(name + "_bucket", "{route=\"\(route)\",le=\"\(bound)\"}", String(total))
            }
            text.add(name + "_sum", "{route=\"\(route)\"}", String(histogram.sum))
            text.add(name + "_count", "{route=\"\(route)\"}", String(total))
        }
        text.add(
            "followup_reloads_total", "counter", "Readings of the files by outcome.",
            ReloadOutcome.allCases.map { ("{outcome=\"\($0.rawValue)\"}", String(state.reloads[$0] ?? 0)) })
        let gauges = [
            ("edition_age_seconds", "Time since the picture was made.", now.seconds - edition.since.seconds),
            ("edition_broken", "1 while the files are broken and an older picture is shown.", edition.isBroken ? 1 : 0),
            ("problems", "Errors, warnings and notes on the files as they are.", edition.diagnostics.count),
            ("rejected_rows", "Report rows that could not be read.", edition.picture.snapshot.rejected),
            ("forums_not_read", "Forums that could not be read.", edition.picture.snapshot.missingForums.count),
            ("cache_bytes", "Bytes of answers that are kept.", edition.cache.bytes),
            ("connections", "Open connections.", connections),
            ("clients", "Clients whose requests are counted.", clients),
        ]
        for (name, help, value) in gauges { text.add("followup_" + name, "gauge", help, [("", String(value))]) }
        if let memory = CurrentProcess.residentMemory {
            text.add(
                "process_resident_memory_bytes", "gauge", "Resident memory size in bytes.", [("", String(memory))])
        }
        return text.text
    }
}

/// Metrics in the text format of Prometheus.
private struct MetricsText {
    private(set) var text = ""

    mutating func begin(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    mutating func add(_ name: String, _ labels: String, _ value: String) { text += "\(name)\(labels) \(value)\n" }

    mutating func add(_ name: String, _ kind: String, _ help: String, _ lines: [(labels: String, value: String)]) {
        begin(name, kind, help)
        for line in lines { add(name, line.labels, line.value) }
    }
}
