import Dispatch
import Glibc

/// Runs `body` for every index on all cores and returns the results in order.
///
/// Each index has a slot of its own that only its own call writes, and nobody reads a slot before all calls are done.
package func parallelMap<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Safe: see above; the pointer doesn't leave this closure.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: count) { index in
            slots.initializeElement(at: index, to: body(index))
        }
        initialized = count
    }
}

/// How many calls can run side by side: the processor's cores that are in use, at least 1.
package func parallelWidth() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
