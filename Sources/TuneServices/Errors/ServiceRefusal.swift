internal import TuneBytes
internal import TuneTransfer

/// An answer that says no, in whatever shape the service says it.
public struct ServiceRefusal: Sendable, Equatable {
    /// What was asked, as in `POST /jobs`.
    public var request: String
    /// The status code of HTTP.
    public var status: Int
    /// The service's code, such as `internal`.
    public var code: String?
    /// The service's words.
    public var message: String?
    /// The kind of error, such as `INSUFFICIENT_CREDIT`.
    public var kind: String?
    /// The id by which the service's people can find the request.
    public var requestID: String?
    /// How many seconds it wants us to wait.
    public var wait: Int?
    /// How the body begins: at most 2 KiB, secrets masked.
    public var body: String
    /// The variable by which users give the service their token.
    var tokenVariable: String

    private static let longestBody = 2048

    /// Reads an answer to `request`; `tokenVariable` is what is to be set when the token is refused.
    init(_ answer: Exchange.Answer, request: String, mask: SecretMask, tokenVariable: String) {
        self.request = request
        self.tokenVariable = tokenVariable
        status = answer.head.status
        let headers = answer.head.headers
        requestID = (headers["X-Request-ID"] ?? headers["X-Trace-ID"]).map(mask.masked)
        wait = headers["Retry-After"].flatMap { Int($0) }
        // Masked before it is cut, so that no secret is cut in two and half of it shown.
        let opening = mask.masked(String(decoding: answer.body.prefix(8 * Self.longestBody), as: UTF8.self))
        body = String(decoding: opening.utf8.prefix(Self.longestBody), as: UTF8.self)
        let said = JSON(answer: answer.body)
        let inner = said?["error"]
        switch inner {
        case .object: read(inner, hiding: mask)
        case .text(let word):
            code = mask.masked(word)
            message = said?["error_description", "message"]?.spelling.map(mask.masked)
        default: read(said, hiding: mask)
        }
        if said == nil, !body.isEmpty, !Self.isPage(body) { message = Self.firstLine(of: body) }
    }

    private mutating func read(_ value: JSON?, hiding mask: SecretMask) {
        code = value?["code"]?.spelling.map(mask.masked)
        message = value?["message", "detail", "error_description"]?.spelling.map(mask.masked)
        kind = value?["error_type", "type"]?.spelling.map(mask.masked)
    }

    private static func isPage(_ text: String) -> Bool {
        text.drop(while: \.isWhitespace).first == "<"
    }

    private static func firstLine(of text: String) -> String {
        String((text.split(whereSeparator: \.isNewline).first ?? "").prefix(200))
    }

    /// Whether nothing is left to pay with.
    public var isOutOfCredit: Bool {
        if status == 402 { return true }
        guard status == 429 else { return false }
        return kind == "INSUFFICIENT_CREDIT" || code == "INSUFFICIENT_CREDIT"
            || message?.lowercased().contains("credit") == true
    }

    /// Whether asking again later may help.
    public var mayPass: Bool {
        !isOutOfCredit && RetryableStatus(status) != nil
    }
}
