import TuneTokens

/// A number with what it counts: `1 field`, `1,234 fields`.
func counted(_ count: Int, _ thing: String) -> String {
    "\(grouped(count)) \(thing)\(count == 1 ? "" : "s")"
}
