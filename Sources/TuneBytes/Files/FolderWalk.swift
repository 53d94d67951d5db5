#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: a directory stream is opened, read to its end and closed within one call; each entry's name is
// copied before the next is read, and `lstat` fills a struct of our own.

/// Everything in a folder and below it, found without following a link.
public struct FolderWalk: Sendable {
    /// What stands there, sorted by path; folders as well.
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

    /// Appends what stands in one folder; false when it cannot be read.
    private mutating func readNames(of prefix: String) -> Bool {
        guard let stream = unsafe opendir("\(folder)/\(prefix)") else { return false }
        defer { unsafe closedir(stream) }
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            guard entries.count < limit else {
                isComplete = false
                return true
            }
            entries.append(look(at: prefix + name))
        }
        return true
    }

    private func look(at path: String) -> FolderEntry {
        var status = stat()
        guard unsafe lstat("\(folder)/\(path)", &status) == 0 else {
            return FolderEntry(path: path, kind: .unreadable)
        }
        let kind: FolderEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        return FolderEntry(path: path, kind: kind, size: kind == .file ? Int(status.st_size) : 0)
    }
}
