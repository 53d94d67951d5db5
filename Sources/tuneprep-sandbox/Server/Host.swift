import Hummingbird

/// A host of the service, by the paths that belong to it: each words its errors in its own way.
enum Host {
    case fineTuning, inference, identity, signed

    /// The host of a path.
    init(path: String) {
        let parts = path.split(separator: "/")
        if parts.first == "signed" {
            self = .signed
        } else if parts.first == "v1" {
            self = .inference
        } else if parts.count >= 5 && parts[2] == "organizations" {
            self = .fineTuning
        } else {
            self = .identity
        }
    }

    /// The answer that says a refusal as this host does.
    func response(to refusal: Refusal, in scenario: Scenario) -> Response {
        if refusal.status >= 502 {
            let words = "<html><body><h1>\(refusal.status)</h1>\(refusal.message ?? "")</body></html>\n"
            return .text(words, type: "text/html", status: refusal.status)
        }
        switch self {
        case .signed: return signed(refusal)
        case .inference: return .json(Host.nested(refusal), status: refusal.status)
        case .identity:
            let description = JSON(refusal.message)
            return .json(
                ["error": .string(refusal.code), "error_description": description], status: refusal.status)
        case .fineTuning:
            if refusal.kind != nil && scenario.creditError == .nested {
                return .json(Host.nested(refusal), status: refusal.status)
            }
            return flat(refusal, shape: scenario.errorBody)
        }
    }

    private func flat(_ refusal: Refusal, shape: Scenario.ErrorBody) -> Response {
        switch shape {
        case .flat:
            .json(["code": .string(refusal.code), "message": JSON(refusal.message)], status: refusal.status)
        case .error: .json(["error": JSON(refusal.message)], status: refusal.status)
        case .text: .text(refusal.message ?? "", status: refusal.status)
        }
    }

    /// The nested form of the inference service.
    static func nested(_ refusal: Refusal) -> JSON {
        [
            "error": [
                "code": .string(refusal.code), "message": JSON(refusal.message), "param": nil,
                "error_type": .string(refusal.kind ?? refusal.code.uppercased()),
            ]
        ]
    }

    /// The words of an object store.
    private func signed(_ refusal: Refusal) -> Response {
        let words = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>\(refusal.code)</Code><Message>\(refusal.message ?? "")</Message></Error>

            """
        return .text(words, type: "application/xml", status: refusal.status)
    }
}
