private import TuneText

/// A hash that is fed bytes piece by piece. A value: a copy goes on by itself.
public protocol HashFunction: Sendable {
    /// The hash of nothing, to begin with.
    init()

    /// Adds bytes, which are read where they are.
    mutating func update(_ bytes: Span<UInt8>)

    /// The hash of the bytes added so far; more may be added afterwards.
    var digest: [UInt8] { get }
}

extension HashFunction {
    /// The hash of `bytes`.
    public init(_ bytes: [UInt8]) {
        self.init()
        update(bytes.span)
    }

    /// Adds bytes, which are read where they are.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// The hash of the bytes added so far in base 16, in lower case.
    public var hexadecimal: String { Hexadecimal.text(of: digest) }
}
