import CSHA256

/// The hash function SHA-256 of FIPS 180-4, for telling whether a file is still the one that was looked at.
package struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// What doesn't fill a block yet.
    private var rest: [UInt8] = []
    private var byteCount = 0
    private let isBuiltIn: Bool

    /// Whether the processor has instructions for it.
    static let isBuiltIn = sha256_is_built_in()

    /// Begins with no bytes.
    package init() { self.init(isBuiltIn: Self.isBuiltIn) }

    /// The same, with the processor's instructions or by arithmetic.
    init(isBuiltIn: Bool) { self.isBuiltIn = isBuiltIn }

    /// The hash of some bytes, as 64 small hexadecimal digits.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.add(bytes)
        return hash.digits
    }

    /// Adds bytes to those that are hashed.
    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        byteCount += bytes.count
        var bytes = bytes
        if !rest.isEmpty {
            let missing = min(64 - rest.count, bytes.count)
            rest += bytes[..<missing]
            bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
            guard rest.count == 64 else { return }
            rest.withUnsafeBytes { Self.take($0, into: &state, isBuiltIn) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = bytes.count / 64 * 64
        Self.take(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), into: &state, isBuiltIn)
        rest += bytes[whole...]
    }

    /// The hash of all bytes so far, as 64 small hexadecimal digits.
    package var digits: String {
        // What is left, a 1 bit, zeros up to the last 8 bytes of a block, the number of bits.
        var (state, last) = (state, rest)
        last.append(0x80)
        while last.count % 64 != 56 { last.append(0) }
        let bitCount = UInt64(byteCount) * 8
        last += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) }
        last.withUnsafeBytes { Self.take($0, into: &state, isBuiltIn) }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Takes whole blocks of 64 bytes into the state.
    private static func take(_ blocks: UnsafeRawBufferPointer, into state: inout [UInt32], _ isBuiltIn: Bool) {
        if isBuiltIn {
            sha256_take(
                &state, blocks.assumingMemoryBound(to: UInt8.self).baseAddress, blocks.count / 64, constants)
        } else {
            for start in stride(from: 0, to: blocks.count, by: 64) {
                compress(UnsafeRawBufferPointer(rebasing: blocks[start..<start + 64]), into: &state)
            }
        }
    }

    /// Takes one block of 64 bytes into the state.
    private static func compress(_ block: UnsafeRawBufferPointer, into state: inout [UInt32]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            for place in 0..<16 {
                words[place] = block.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self).bigEndian
            }
            for place in 16..<64 {
                let (a, b) = (words[place - 15], words[place - 2])
                let low = rotated(a, 7) ^ rotated(a, 18) ^ a >> 3
                let high = rotated(b, 17) ^ rotated(b, 19) ^ b >> 10
                words[place] = words[place - 16] &+ low &+ words[place - 7] &+ high
            }
            constants.withUnsafeBufferPointer { constants in
                mix(UnsafeBufferPointer(words), constants, into: &state)
            }
        }
    }

    /// The 64 rounds of one block.
    private static func mix(
        _ words: UnsafeBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>, into state: inout [UInt32]
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for place in 0..<64 {
            let sumE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let chosen = e & f ^ ~e & g
            let first = h &+ sumE &+ chosen &+ constants[place] &+ words[place]
            let sumA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let second = sumA &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] = state[place] &+ word }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
