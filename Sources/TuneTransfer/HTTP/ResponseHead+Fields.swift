extension ResponseHead {
    /// `Content-Length`, when it is a number.
    var contentLength: Int? { headers["Content-Length"].flatMap(Self.number) }

    /// `Content-Range`: which bytes of how many these are.
    var contentRange: ContentRange? { headers["Content-Range"].flatMap(ContentRange.init) }

    /// Whether the body was encoded though we asked that it be not.
    var isEncoded: Bool {
        guard let encoding = headers["Content-Encoding"]?.lowercased() else { return false }
        return encoding != "identity" && !encoding.isEmpty
    }

    /// The media type, in lower case, without parameters.
    var mediaType: String {
        String((headers["Content-Type"] ?? "").split(separator: ";").first ?? "").lowercased()
    }

    /// How long the server asks us to wait: seconds, or a date, which is measured by the server's own clock. Zero for
    /// a date in the past; nil when nothing usable is said.
    var retryAfter: Duration? {
        guard let text = headers["Retry-After"] else { return nil }
        if let seconds = Self.number(text) { return .seconds(seconds) }
        guard let then = HTTPDate.seconds(text), let now = headers["Date"].flatMap(HTTPDate.seconds) else {
            return nil
        }
        return .seconds(max(0, then - now))
    }

    /// What tells this version of the file from others.
    var validator: Validator? { Validator(headers) }

    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        // Longer than any number is still long.
        return Int(text) ?? (1 << 53)
    }
}

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

/// What tells two versions of a file apart: a strong entity tag, else the date it was changed. A weak tag promises
/// no equal bytes, so it is none.
enum Validator: Equatable {
    case tag(String)
    case date(String)

    init?(_ headers: HeaderList) {
        if let tag = headers["ETag"], tag.hasPrefix("\""), tag.hasSuffix("\""), tag.utf8.count > 2 {
            self = .tag(tag)
        } else if let date = headers["Last-Modified"], HTTPDate.seconds(date) != nil {
            self = .date(date)
        } else {
            return nil
        }
    }

    init?(tag: String?, date: String?) {
        guard let text = tag ?? date else { return nil }
        self = tag == nil ? .date(text) : .tag(text)
    }

    /// Whether an answer that names what this is says something else; one that names nothing does not.
    func isContradicted(by headers: HeaderList) -> Bool {
        switch self {
        case .tag(let tag): headers["ETag"].map { $0 != tag } ?? false
        case .date(let date): headers["Last-Modified"].map { $0 != date } ?? false
        }
    }

    var tag: String? { if case .tag(let text) = self { text } else { nil } }
    var date: String? { if case .date(let text) = self { text } else { nil } }
    var text: String {
        switch self {
        case .tag(let text), .date(let text): text
        }
    }
}
