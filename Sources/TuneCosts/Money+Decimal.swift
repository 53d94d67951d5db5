import TuneText

extension Money {
    /// Reads dollars from a plain decimal such as `25`, `2.00` or `0.396`.
    ///
    /// Returns nil for anything else: a sign, a currency mark, a separator, an exponent, blanks, a point
    /// without digits on both sides, more than six decimals, or more than about nine trillion dollars.
    public init?(_ decimal: String) {
        let parts = decimal.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let dollars = number(parts[0]) else { return nil }
        var micros = 0
        if parts.count == 2 {
            guard parts[1].count <= 6, let fraction = number(parts[1]) else { return nil }
            micros = (parts[1].count..<6).reduce(fraction) { value, _ in value * 10 }
        }
        let (whole, tooLarge) = dollars.multipliedReportingOverflow(by: 1_000_000)
        let (sum, stillTooLarge) = whole.addingReportingOverflow(micros)
        guard !tooLarge, !stillTooLarge else { return nil }
        self.init(microDollars: sum)
    }

    /// The exact amount as a plain decimal with two to six decimals, fit for a JSON number: `2.00`, `0.396`.
    public var decimal: String {
        let micros = String(microDollars.magnitude % 1_000_000)
        var fraction = String(repeating: "0", count: 6 - micros.count) + micros
        while fraction.count > 2, fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(microDollars < 0 ? "-" : "")\(microDollars.magnitude / 1_000_000).\(fraction)"
    }

    /// A dollar figure of the built-in price list, where anything but a plain decimal is a programming error.
    static func usd(_ decimal: String) -> Money {
        guard let money = Money(decimal) else { preconditionFailure("not a dollar figure: \(decimal)") }
        return money
    }
}

extension Money: CustomStringConvertible {
    /// The amount to the cent, rounded half up, as in `$1,234.50`.
    public var description: String {
        let cents = (microDollars.magnitude + 5_000) / 10_000
        let fraction = cents % 100
        let sign = microDollars < 0 && cents > 0 ? "-" : ""
        return "\(sign)$\(Int(cents / 100).grouped).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

/// The value of one or more ASCII digits, nil for anything else and for what does not fit.
private func number(_ digits: Substring.UTF8View) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, stillTooLarge) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
        guard !tooLarge, !stillTooLarge else { return nil }
        value = sum
    }
    return value
}
