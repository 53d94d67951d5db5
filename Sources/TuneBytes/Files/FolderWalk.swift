/// Everything in a folder and below it, found without following a link.
public struct FolderWalk: Sendable {
    /// What is there, sorted by path; folders as well.
    public private(set) var entries: [FolderEntry] = []
    /// False when there is more than was asked for.
    public private(set) var isComplete = true

    private let folder: String
    private let limit: Int

    /// Walks `folder`, up to `limit` entries; throws when the folder itself cannot be read.
    public init(_ folder: String, limit: Int = .max) throws(ByteError) {
        self.folder = folder
        self.limit = limit
        guard readNames(of: "") else { throw ByteError.last(.read, folder) }
        var next = 0
        while next < entries.count, isComplete {
            if entries[next].kind == .folder, !readNames(of: entries[next].path + "/") {
                entries[next].kind = .unreadable
            }
            next += 1
        }
        entries.sort { $0.path < $1.path }
    }

    /// Appends what is in one folder; false when it cannot be read.
    private mutating func readNames(of prefix: String) -> Bool {
        System.forEachName(in: "\(folder)/\(prefix)") { name in
            guard entries.count < limit else {
                isComplete = false
                return false
            }
            entries.append(look(at: prefix + name))
            return true
        }
    }

    private func look(at path: String) -> FolderEntry {
        guard let status = System.status(of: "\(folder)/\(path)", followsLinks: false) else {
            return FolderEntry(path: path, kind: .unreadable)
        }
        return FolderEntry(path: path, kind: status.kind, size: status.kind == .file ? status.size : 0)
    }
}
