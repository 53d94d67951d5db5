import Foundation

/// The folder that holds everything the sandbox knows: one JSON file for each thing, each replaced as a whole.
struct StateFolder: Sendable {
    enum Kind: String, CaseIterable { case files, datasets, jobs }

    let url: URL

    /// Makes the folder where it is missing.
    init(_ url: URL) throws {
        self.url = url
        for kind in Kind.allCases {
            try FileManager.default.createDirectory(
                at: url.appending(path: kind.rawValue), withIntermediateDirectories: true)
        }
    }

    /// Everything of one kind.
    func all<Value: Decodable>(_ kind: Kind, as type: Value.Type) throws -> [Value] {
        let folder = url.appending(path: kind.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".json") }.map {
            try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appending(path: $0)))
        }
    }

    /// Saves one thing, in place of what has its id.
    func save(_ value: some Encodable, as kind: Kind, id: String) throws {
        try JSONEncoder().encode(value).write(to: path(of: "\(id).json", in: kind), options: .atomic)
    }

    /// Removes one thing.
    func remove(_ kind: Kind, id: String) throws {
        try FileManager.default.removeItem(at: path(of: "\(id).json", in: kind))
    }

    /// The identity, made and kept when there is none; its ids are taken from the source in either case.
    func identity(_ identifiers: inout IdentifierSource) throws -> Identity {
        let new = Identity(&identifiers)
        let file = url.appending(path: "service.json")
        if let data = try? Data(contentsOf: file) {
            return try JSONDecoder().decode(Identity.self, from: data)
        }
        try save(new)
        return new
    }

    /// Saves the identity.
    func save(_ identity: Identity) throws {
        try JSONEncoder().encode(identity).write(to: url.appending(path: "service.json"), options: .atomic)
    }

    /// The bytes of an uploaded file.
    func content(of id: String) throws -> Data { try Data(contentsOf: path(of: "\(id).csv", in: .files)) }

    /// Saves the bytes of an uploaded file.
    func save(content: Data, of id: String) throws {
        try content.write(to: path(of: "\(id).csv", in: .files), options: .atomic)
    }

    /// Removes the bytes of an uploaded file.
    func removeContent(of id: String) throws {
        try FileManager.default.removeItem(at: path(of: "\(id).csv", in: .files))
    }

    private func path(of name: String, in kind: Kind) -> URL {
        url.appending(path: kind.rawValue).appending(path: name)
    }
}
