internal import TuneHub
public import TuneText

/// Why the hub does not give a file.
public enum HubRefusal: Error, Explained, Equatable {
    /// The model's licence has to be accepted first, by the owner of the token.
    case gated(repository: String, page: WebAddress, hasToken: Bool)
    /// There is no such repository, or it is private: the hub does not tell which.
    case noRepository(String, hasToken: Bool)
    /// The repository has no such branch, tag or commit.
    case noRevision(String, of: String)
    /// The repository has no such file.
    case noFile(String, of: String)
    /// The token is not valid.
    case badToken

    /// What is wrong: lower case, no full stop.
    public var message: String {
        switch self {
        case .gated(let repository, _, _): "the model \(repository) is gated"
        case .noRepository(let repository, _): "the hub has no model \(repository), or it is private"
        case .noRevision(let revision, let repository): "\(repository) has no revision `\(revision)`"
        case .noFile(let name, let repository): "\(repository) has no file `\(name)`"
        case .badToken: "the hub does not accept the token"
        }
    }

    /// What to do about it.
    public var help: [String] { [advice] }

    private var advice: String {
        switch self {
        case .gated(_, let page, false): "accept its licence on its page, \(page), then set HF_TOKEN"
        case .gated(_, let page, true): "accept its licence on its page, \(page), as the owner of the token"
        case .noRepository(_, false): "check the name; for a private model set HF_TOKEN"
        case .noRepository(_, true): "check the name, and that the token may read it"
        case .noRevision: "`main` is the usual revision"
        case .noFile: "look at the model's page for the names of its files"
        case .badToken: "set HF_TOKEN to a valid token, or unset it for public models"
        }
    }

    /// What the hub means by an answer; nil when it does not say. A newer or stranger hub may send no code.
    init?(_ head: ResponseHead, file: HubFile, page: WebAddress, hasToken: Bool) {
        switch head.headers["X-Error-Code"] {
        case "GatedRepo": self = .gated(repository: file.repository, page: page, hasToken: hasToken)
        case "RepoNotFound": self = .noRepository(file.repository, hasToken: hasToken)
        case "RevisionNotFound": self = .noRevision(file.revision, of: file.repository)
        case "EntryNotFound": self = .noFile(file.name, of: file.repository)
        default:
            guard head.status == 401 else { return nil }
            // Without a token the hub answers so for repositories it does not have.
            self = hasToken ? .badToken : .noRepository(file.repository, hasToken: false)
        }
    }
}
