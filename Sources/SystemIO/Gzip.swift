import CZlib

/// Packs content by RFC 1952, with the system's zlib.
package enum Gzip {
    /// The packed content; nil where zlib has no memory for it.
    package static func packed(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 31 asks for the largest window and a gzip head, which holds no time and so is always the same.
        let status = deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(content.count)))
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            content.span.withUnsafeBufferPointer { source in
                // zlib reads the source only, though its type says otherwise.
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
        }
        return isWhole ? packed : nil
    }
}
