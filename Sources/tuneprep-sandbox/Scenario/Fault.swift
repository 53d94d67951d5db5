/// Something that goes wrong with chosen requests.
struct Fault: Sendable, Equatable {
    /// The method it strikes, nil for every one.
    var method: String?
    /// The path it strikes, without the query; `*` matches any run of characters.
    var path = "*"
    /// Whether it strikes only requests for a dry run of a job, or only those that create one; nil for any request.
    var dryRun: Bool?
    /// The first matching request it strikes, from 1.
    var first = 1
    /// Number of requests it strikes from there, 0 for all.
    var times = 1

    /// Seconds to wait first.
    var delay = 0.0
    /// The status to answer with in place of the true one.
    var status: Int?
    var code: String?
    /// The message; the outer nil when the fault does not say, the inner one for null.
    var message: String??
    /// A body to send as it is.
    var body: String?
    var headers: [String: String] = [:]
    /// Whether the request takes effect before it is answered wrongly.
    var after = false
    /// Whether the connection closes before the first byte of an answer.
    var close = false
    /// The number of bytes of the body after which the connection closes.
    var cut: Int?
    /// Seconds without a byte before that.
    var stall = 0.0
    /// Bytes of the body that are sent in a second.
    var pace: Int?

    /// Whether a request is of the kind this strikes.
    func concerns(method: String, path: String, dryRun: Bool? = nil) -> Bool {
        if let wanted = self.method, wanted != method { return false }
        if let wanted = self.dryRun, wanted != dryRun { return false }
        return Fault.matches(Array(path.utf8)[...], pattern: Array(self.path.utf8)[...])
    }

    /// Whether it strikes the `number`th request of its kind, from 1.
    func strikes(_ number: Int) -> Bool {
        number >= first && (times == 0 || number - first < times)
    }

    private static func matches(_ text: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>) -> Bool {
        guard let head = pattern.first else { return text.isEmpty }
        if head == UInt8(ascii: "*") {
            return matches(text, pattern: pattern.dropFirst())
                || (!text.isEmpty && matches(text.dropFirst(), pattern: pattern))
        }
        return head == text.first && matches(text.dropFirst(), pattern: pattern.dropFirst())
    }
}
