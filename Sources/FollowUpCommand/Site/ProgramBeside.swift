#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A program that lies in the same folder as the running one.
struct ProgramBeside {
    /// Its path.
    let path: String

    /// Looks for a program by its name; whether it is there shows when it is started.
    init(_ name: String) {
        path =
            Self.ownPath.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }.joined()
            + name
    }

    /// The path of the running program: what the system says, else what it was called as.
    private static var ownPath: String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, count < buffer.count else { return CommandLine.arguments.first ?? "" }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Starts it in the place of this process, with the same command line; comes back only where that can't be done.
    func takeOver() {
        var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        execv(path, &arguments)
        for argument in arguments { free(argument) }
    }
}
