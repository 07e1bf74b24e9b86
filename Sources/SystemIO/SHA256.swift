import CCrypto

/// The hash function SHA-256, for telling whether a file is still the one that was looked at.
package struct SHA256: Sendable {
    private var state = SHA256_CTX()

    /// Begins with no bytes.
    package init() { SHA256_Init(&state) }

    /// The hash of some bytes, as 64 small hexadecimal digits.
    package static func hash(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.add(bytes.span)
        return hash.digits
    }

    /// The hash of a file's bytes.
    package static func hash(_ file: FileBytes) -> String {
        var hash = SHA256()
        file.withBytes { hash.add($0) }
        return hash.digits
    }

    /// Adds bytes to those that are hashed.
    package mutating func add(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in
            _ = SHA256_Update(&state, bytes.baseAddress, bytes.count)
        }
    }

    /// Adds bytes to those that are hashed.
    package mutating func add(_ bytes: [UInt8]) { add(bytes.span) }

    /// Adds what was written.
    package mutating func add(_ bytes: borrowing ByteWriter) {
        bytes.withBytes { add($0.assumingMemoryBound(to: UInt8.self).span) }
    }

    /// The hash of all bytes so far, as 64 small hexadecimal digits.
    package var digits: String {
        var (state, hash) = (state, [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH)))
        SHA256_Final(&hash, &state)
        return hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
