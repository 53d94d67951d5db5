public import TuneBytes
public import TuneText
public import TuneTransfer

/// The token for a service, and where it was found.
public struct Credentials: Sendable {
    /// The token.
    public let token: Secret
    /// Where it was found: a variable's name, or a file's path.
    public let source: String
    /// What the user should know about it; never a value.
    public let notes: [String]

    /// The variables that may hold the token, in order.
    public static let variables = [
        "NSCALE_SERVICE_TOKEN", "NSCALE_API_TOKEN", "NSCALE_TOKEN", legacyVariable,
    ]
    private static let legacyVariable = "NSCALE_API_KEY"
    /// The variables that may hold the organization, in order.
    public static let organizationVariables = ["NSCALE_ORGANIZATION_ID", "ORGANIZATION_ID"]

    /// The token in a file that nobody else can read.
    public init(file path: String) throws(CredentialError) {
        guard FileStatus.isPrivate(path) else { throw .notPrivate(path: path) }
        let input: FileInput
        var bytes: [UInt8] = []
        do throws(ByteError) {
            input = try FileInput(path: path)
            while bytes.count <= Self.longest, try input.read(4096, into: &bytes) > 0 {}
        } catch {
            throw .unreadable(error)
        }
        try self.init(bytes, from: path)
    }

    /// The token on standard input.
    public init(standardInput bytes: [UInt8]) throws(CredentialError) {
        try self.init(bytes, from: "standard input")
    }

    /// The token of an environment.
    public init(environment: [String: String]) throws(CredentialError) {
        let found = Self.first(Self.variables, environment)
        guard let found else { throw .missing }
        let notes =
            found.name == Self.legacyVariable ? ["\(found.name) holds an API key of the old kind"] : []
        try self.init(Array(found.value.utf8), from: found.name, notes: found.notes + notes)
    }

    /// The token of one variable.
    public init(variable: String, _ environment: [String: String]) throws(CredentialError) {
        guard let value = environment[variable], !value.isEmpty else { throw .missing }
        try self.init(Array(value.utf8), from: variable)
    }

    private static let longest = 16 << 10

    private init(_ bytes: [UInt8], from source: String, notes: [String] = []) throws(CredentialError) {
        let words = bytes.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard words.count == 1, bytes.count <= Self.longest, words[0].allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw .notAToken(source: source)
        }
        token = Secret(String(decoding: words[0], as: UTF8.self))
        self.source = source
        self.notes = notes
    }

    /// The organization that an environment names; nil when it names none.
    public static func organization(
        _ environment: [String: String]
    ) throws(CredentialError) -> (id: OrganizationID, notes: [String])? {
        guard let found = first(organizationVariables, environment) else { return nil }
        guard let id = OrganizationID(found.value) else { throw .badOrganization(found.name) }
        return (id, found.notes)
    }

    /// The first variable that is set, and a note when a later one disagrees.
    private static func first(
        _ names: [String], _ environment: [String: String]
    ) -> (name: String, value: String, notes: [String])? {
        let set = names.compactMap { name in
            environment[name].flatMap { $0.isEmpty ? nil : (name: name, value: $0) }
        }
        guard let winner = set.first else { return nil }
        let others = set.dropFirst().filter { $0.value != winner.value }.map(\.name)
        let verb = others.count == 1 ? "says" : "say"
        let note = "\(others.joined(separator: " and ")) \(verb) otherwise: \(winner.name) is used"
        return (winner.name, winner.value, others.isEmpty ? [] : [note])
    }
}

/// Why there is no token or no organization to use.
public enum CredentialError: Error, Sendable, Equatable {
    /// Nothing holds a token.
    case missing
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
        case .missing: ["set NSCALE_SERVICE_TOKEN, or name a file: `--token-file PATH`"]
        case .notPrivate(let path): ["`chmod 600 \(path)`"]
        case .unreadable: []
        case .notAToken: ["a token is one word of printable ASCII characters"]
        case .badOrganization: ["ids are letters, digits and `._-`"]
        }
    }
}
