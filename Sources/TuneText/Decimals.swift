/// Spells numbers with a decimal point, from integers.
public enum Decimals {
    /// 30 becomes `0.03`.
    public static func thousandths(_ number: Int) -> String {
        var digits = "\(number % 1000 + 1000)".dropFirst()
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return "\(number / 1000).\(digits)"
    }

    /// 30 becomes `3`, 35 becomes `3.5`: thousandths as per cent.
    public static func percent(ofThousandths number: Int) -> String {
        number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)"
    }

    /// `total / count` with one digit behind the point, half up.
    public static func quotient(_ total: Int, _ count: Int) -> String {
        guard count > 0 else { return "0.0" }
        let tenths = (total * 20 + count) / (count * 2)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
