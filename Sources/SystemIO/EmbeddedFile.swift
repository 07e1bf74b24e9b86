extension [UInt8] {
    /// The bytes of a file that is compiled into the program, as a C target holds them.
    public init(embedded start: UnsafePointer<UInt8>, count: Int) {
        self.init(UnsafeBufferPointer(start: start, count: count))
    }
}
