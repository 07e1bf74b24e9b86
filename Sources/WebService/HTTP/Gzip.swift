import CZlib
import NIOCore

/// Packs content by RFC 1952, with the system's zlib.
enum Gzip {
    /// The packed content; nil where zlib has no memory for it.
    static func packed(_ content: ByteBuffer) -> ByteBuffer? {
        var stream = z_stream()
        // 31 asks for the largest window and a gzip head, which holds no time and so is always the same.
        let status = deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var out = ByteBuffer()
        let room = Int(deflateBound(&stream, UInt(content.readableBytes)))
        let isDone = out.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { target in
            content.withUnsafeReadableBytes { source in
                // zlib reads the source only, though its type says otherwise.
                stream.next_in = UnsafeMutablePointer(
                    mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return isDone > 0 ? out : nil
    }
}
