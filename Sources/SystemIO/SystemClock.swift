import CProcess
import Glibc

/// The machine's clock.
package enum SystemClock {
    /// The seconds since 1 January 1970.
    package static var seconds: Int { time(nil) }

    /// The milliseconds since 1 January 1970.
    package static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// The date in the machine's own time zone.
    package static var localDate: (year: Int, month: Int, day: Int) {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    /// Holds this thread up for some time.
    package static func sleep(for time: Duration) { usleep(UInt32(clamping: Int(time / .microseconds(1)))) }
}
