extension Span where Element == UInt8 {
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
}
