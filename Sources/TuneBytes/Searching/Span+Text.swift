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

    /// The number that one to eighteen ASCII digits spell; nil for anything else, a sign included.
    public var decimal: Int? {
        guard count > 0, count <= 18 else { return nil }
        var number = 0
        for offset in indices {
            guard (0x30...0x39).contains(self[offset]) else { return nil }
            number = number * 10 + Int(self[offset] - 0x30)
        }
        return number
    }

    /// How many characters the bytes are: those that do not continue one.
    public func characterCount() -> Int {
        var count = 0
        for offset in indices where self[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
