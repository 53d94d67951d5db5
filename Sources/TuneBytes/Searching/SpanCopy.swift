// Unsafe code: an array appends from the pointer of a span that is lent for the call.

extension Span where Element == UInt8 {
    /// Appends these bytes to `bytes`.
    public func append(to bytes: inout [UInt8]) {
        unsafe withUnsafeBufferPointer { buffer in
            unsafe bytes.append(contentsOf: buffer)
        }
    }

    /// These bytes as text; what is not UTF-8 becomes U+FFFD.
    public var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
