/// An amount in US dollars, held as whole micro-dollars so that nothing is ever rounded by accident.
///
/// Used both for amounts and, in a ``Price``, for rates per million tokens. Tax is never included.
public struct Money: Sendable, Hashable {
    /// The amount in millionths of a dollar.
    public let microDollars: Int

    /// An amount in millionths of a dollar.
    public init(microDollars: Int) {
        self.microDollars = microDollars
    }

    /// No dollars at all: a real amount, never a substitute for an unknown one.
    public static let zero = Money(microDollars: 0)
}

extension Money: Comparable {
    /// Whether the left amount is the smaller one.
    public static func < (left: Money, right: Money) -> Bool {
        left.microDollars < right.microDollars
    }
}
