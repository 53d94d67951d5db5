/// The number, grouped, and the noun, in the plural where the number is not 1: `1 row`, `0 rows`, `1,234 entries`.
///
/// The plural is the noun with an `s` unless `many` says it.
public func plural(_ number: Int, _ noun: String, many: String? = nil) -> String {
    "\(number.grouped) \(number == 1 ? noun : many ?? noun + "s")"
}
