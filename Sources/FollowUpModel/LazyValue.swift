import Synchronization

/// A value that is worked out when it is first asked for, and kept; for what most runs never ask for.
package final class LazyValue<Value: Sendable>: Sendable {
    private let made: Mutex<Value?> = Mutex(nil)
    private let make: @Sendable () -> Value

    /// Says how the value is made, which happens once and on whichever thread asks first.
    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    /// The value.
    package var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
