/// A `Content-Range` of bytes (RFC 9110, section 14.4).
struct ContentRange: Equatable {
    /// The bytes that follow; nil when none do (`*`, as in a 416).
    var range: ClosedRange<Int>?
    /// How many the whole has; nil when the server does not know.
    var total: Int?

    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        total = ResponseHead.number(parts[1])
        guard total != nil || parts[1] == "*" else { return nil }
        guard parts[0] != "*" else { return }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(ResponseHead.number)
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else { return nil }
        if let total, last >= total { return nil }
        range = first...last
    }
}
