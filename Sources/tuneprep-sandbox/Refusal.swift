/// A request the service does not fulfil: the status and the words of the answer.
struct Refusal: Error, Equatable {
    let status: Int
    let code: String
    let message: String?
    /// The kind that inference errors name, such as `INSUFFICIENT_CREDIT`.
    var kind: String?

    init(_ status: Int, code: String? = nil, _ message: String?, kind: String? = nil) {
        self.status = status
        self.code = code ?? Refusal.code(of: status)
        self.message = message
        self.kind = kind
    }

    /// The code that goes with a status when nothing better is known.
    static func code(of status: Int) -> String {
        switch status {
        case 400, 422: "invalid_request"
        case 401: "unauthorized"
        case 403: "forbidden"
        case 404: "not_found"
        case 409: "conflict"
        case 413: "too_large"
        case 429: "rate_limited"
        case 500: "internal"
        default: "unavailable"
        }
    }

    static func invalid(_ message: String) -> Refusal { Refusal(422, message) }
    static func absent(_ what: String, _ id: String) -> Refusal { Refusal(404, "no such \(what): \(id)") }

    static var insufficientCredit: Refusal {
        Refusal(
            429, code: "TOO_MANY_REQUESTS", "You have insufficient credit to run this request",
            kind: "INSUFFICIENT_CREDIT")
    }
}
