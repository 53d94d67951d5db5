internal import TuneBytes
public import TuneTransfer

/// The token for a service, and where it was found. A token is one word of printable ASCII, at most 16 KiB.
public struct Credentials: Sendable {
    /// The token itself.
    public let token: Secret
    /// Where it was found: a variable's name, or a file's path.
    public let source: String
    /// What the user should know about it, a line each; never a value.
    public let notes: [String]

    /// The token in a file; throws when others than its owner can read the file.
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

    /// The token that was read from standard input.
    public init(standardInput bytes: [UInt8]) throws(CredentialError) {
        try self.init(bytes, from: "standard input")
    }

    /// The token in the first of a service's variables that is set in an environment.
    public init(
        environment: [String: String], variables: ServiceVariables
    ) throws(CredentialError) {
        let names = variables.tokens + (variables.oldKey.map { [$0] } ?? [])
        guard let found = Self.first(of: names, in: environment) else {
            throw .missing(variable: names.first ?? "")
        }
        let notes =
            found.name == variables.oldKey ? ["\(found.name) holds an API key of the old kind"] : []
        try self.init(Array(found.value.utf8), from: found.name, notes: found.notes + notes)
    }

    /// The token in one variable of an environment.
    public init(variable: String, of environment: [String: String]) throws(CredentialError) {
        guard let value = environment[variable], !value.isEmpty else {
            throw .missing(variable: variable)
        }
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

    /// The organization that the first of these variables that is set names; nil when none is set.
    public static func organization(
        in environment: [String: String], variables: [String]
    ) throws(CredentialError) -> (id: OrganizationID, notes: [String])? {
        guard let found = first(of: variables, in: environment) else { return nil }
        guard let id = OrganizationID(found.value) else { throw .badOrganization(found.name) }
        return (id, found.notes)
    }

    /// The first variable that is set, and a note when a later one disagrees.
    private static func first(
        of names: [String], in environment: [String: String]
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
