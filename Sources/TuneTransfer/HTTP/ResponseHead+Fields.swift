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
