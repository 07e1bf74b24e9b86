import Synchronization

/// How far long work has come, and whether it is to stop: written by those who work, read by those who show it.
///
/// A class because both sides hold the same one. It is told of each large piece of work, never of each row.
public final class WorkMeter: Sendable {
    private let current = Mutex(WorkState())
    private let stopped = Atomic(false)

    /// Makes a meter of work that hasn't begun.
    public init() {}

    /// How far the work has come.
    public var state: WorkState { current.withLock { $0 } }

    /// Begins a step that has so many parts; nothing of it is done yet.
    public func begin(_ step: WorkState.Step, of total: Int) {
        current.withLock { $0 = WorkState(number: $0.number + 1, step: step, done: 0, total: total) }
    }

    /// Notes that parts of the step have been done.
    public func advance(by count: Int) {
        current.withLock { $0.done += count }
    }

    /// Notes that so many parts of a step are done; begins the step where it hasn't begun.
    public func reach(_ done: Int, of total: Int, in step: WorkState.Step) {
        current.withLock { state in
            if state.step != step { state = WorkState(number: state.number + 1, step: step, done: 0, total: total) }
            state.done = done
        }
    }

    /// Asks the work to stop; what it gives from then on is not whole and must not be used.
    public func stop() { stopped.store(true, ordering: .relaxed) }

    /// Whether the work is to stop.
    public var isStopped: Bool { stopped.load(ordering: .relaxed) }
}

/// How far one step of long work has come.
public struct WorkState: Hashable, Sendable {
    /// What is being done.
    public enum Step: Hashable, Sendable, CaseIterable {
        /// Files are read; parts are bytes.
        case reading
        /// Forums are assessed; parts are forums.
        case assessing
        /// A site is written; parts are files.
        case publishing
    }

    /// Which step it is, counted from 1; 0 before the first.
    public var number: Int
    /// What is being done; nil before the first step.
    public var step: Step?
    /// How many parts are done.
    public var done: Int
    /// How many parts there are.
    public var total: Int

    /// Makes a state; without arguments, that before the first step.
    public init(number: Int = 0, step: Step? = nil, done: Int = 0, total: Int = 0) {
        self.number = number
        self.step = step
        self.done = done
        self.total = total
    }
}
