/// Spells numbers with a decimal point, from integers.
public enum Decimals {
    /// Thousandths, which are not negative, as a decimal with one to three digits: 30 becomes `0.03`, 2000 becomes `2.0`.
    public static func thousandths(_ number: Int) -> String {
        var digits = "\(number % 1000 + 1000)".dropFirst()
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return "\(number / 1000).\(digits)"
    }

    /// Thousandths, which are not negative, as per cent: 30 becomes `3`, 35 becomes `3.5`.
    public static func percent(ofThousandths number: Int) -> String {
        number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)"
    }

    /// `total / count` with one digit after the point, rounded half up; `0.0` when there is nothing to divide by.
    public static func quotient(_ total: Int, _ count: Int) -> String {
        guard count > 0 else { return "0.0" }
        let tenths = (total * 20 + count) / (count * 2)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
