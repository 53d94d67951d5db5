extension ServiceRefusal {
    /// What is wrong: lower case, no full stop.
    public var text: String {
        "\(meaning) (\(request): \(status))" + (words.isEmpty ? "" : ": " + words)
    }

    /// The service's own words.
    var words: String {
        [code == kind ? nil : code, message].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// What to do about it.
    public var help: [String] {
        var lines = advice
        if let requestID { lines.append("the service knows this request as \(requestID)") }
        return lines
    }

    private var meaning: String {
        if isOutOfCredit { return "no credit is left" }
        return switch status {
        case 400, 422: "the service refuses what was asked"
        case 401: "the service does not accept the token"
        case 403: "the token is not allowed to do this"
        case 404, 410: "the service has nothing there"
        case 409: "what was asked contradicts what is there"
        case 413: "this is more than the service takes"
        case 429: "the service wants fewer requests"
        case 500: "the service failed"
        case 502, 504: "the service did not answer its own gateway"
        case 503: "the service is not available"
        case 300..<400: "the service sends us elsewhere, where the token does not go"
        default: "the service answered in a way that is not known"
        }
    }

    private var advice: [String] {
        if isOutOfCredit { return ["buy credit in the console, then run this again"] }
        switch status {
        case 401:
            return [
                "the token may be expired, rotated or cut: make a service token in the console and set"
                    + " \(tokenVariable)"
            ]
        case 403: return ["check the organization's id, and what the token may do there"]
        case 404, 410:
            let list = request.contains("/jobs") ? "; `tuneprep jobs list` shows what is there" : ""
            return ["check the id and the organization's id\(list)"]
        case 409: return ["look at what is there before you try again"]
        case 413: return ["make the file smaller: `tuneprep split FILE`"]
        case 429:
            return [wait.map { "wait \($0) s, then run this again" } ?? "wait, then run this again"]
        case 500:
            return [
                "the fault is the service's, not that of what was sent; look whether it is up, and try later"
            ]
        case 502...504: return ["run this again later"]
        default: return []
        }
    }
}
