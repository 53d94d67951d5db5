public import TuneBytes
public import TuneText

/// Why there is no token or no organization to use.
public enum CredentialError: Error, Sendable, Equatable {
    /// Nothing holds a token; it would have been looked for in this variable first.
    case missing(variable: String)
    /// The file can be read by others, or belongs to another.
    case notPrivate(path: String)
    /// The file cannot be read.
    case unreadable(ByteError)
    /// What was found is no token: empty, several words, or signs that cannot be sent.
    case notAToken(source: String)
    /// What the variable holds is no organization's id.
    case badOrganization(String)
}

extension CredentialError: Explained {
    /// What is wrong: lower case, no full stop.
    public var message: String {
        switch self {
        case .missing: "there is no token for the service"
        case .notPrivate(let path): "others can read the token in `\(path)`, or it belongs to another user"
        case .unreadable(let error):
            if case .notFound(let path) = error {
                "there is no file `\(path)`"
            } else {
                "the token cannot be read"
            }
        case .notAToken(let source): "what \(source) holds is no token"
        case .badOrganization(let name): "what \(name) holds is no organization's id"
        }
    }

    /// What to do about it.
    public var help: [String] {
        switch self {
        case .missing(let variable): ["set \(variable), or name a file: `--token-file PATH`"]
        case .notPrivate(let path): ["`chmod 600 \(path)`"]
        case .unreadable: []
        case .notAToken: ["a token is one word of printable ASCII characters"]
        case .badOrganization: ["ids are letters, digits and `._-`"]
        }
    }
}
