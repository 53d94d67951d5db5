/// Why the service does not fulfil a request: the status and the words of the answer.
struct Refusal: Error, Equatable {
    let status: Int
    let code: String
    let message: String?
    /// The kind that inference errors name, such as `INSUFFICIENT_CREDIT`.
    var kind: String?

    /// A refusal with this HTTP status; without `code`, the one that goes with the status.
    init(_ status: Int, code: String? = nil, message: String?, kind: String? = nil) {
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

    /// A value of the request that the service does not take.
    static func invalid(_ message: String) -> Refusal { Refusal(422, message: message) }
    /// A file, a dataset or a job that is not there.
    static func absent(_ what: String, id: String) -> Refusal {
        Refusal(404, message: "no such \(what): \(id)")
    }

    /// The refusal of what costs more than there is credit.
    static var insufficientCredit: Refusal {
        Refusal(
            429, code: "TOO_MANY_REQUESTS", message: "You have insufficient credit to run this request",
            kind: "INSUFFICIENT_CREDIT")
    }
}
