internal import TuneBytes

/// Where an archive is unpacked to: a name in a folder that is there.
struct Target {
    /// The path as given, without slashes at its end.
    let path: String
    /// The folder it is in, with a slash; empty for the current one.
    private let folder: String
    /// Its name there.
    let name: String

    /// The target at `path`; throws when that cannot be the path of a new folder.
    init(_ path: String) throws(ArchiveRefusal) {
        // By bytes: a mark that joins a slash makes another character of it, not another path.
        var trimmed = Array(path.utf8)[...]
        while trimmed.last == 0x2F { trimmed = trimmed.dropLast() }
        let slash = trimmed.lastIndex(of: 0x2F)
        name = String(decoding: slash.map { trimmed[($0 + 1)...] } ?? trimmed, as: UTF8.self)
        guard !name.isEmpty, name != ".", name != "..", !path.utf8.contains(0) else {
            throw .badTarget(path)
        }
        guard name.utf8.count <= Self.longestName else { throw .longTarget(name) }
        self.path = String(decoding: trimmed, as: UTF8.self)
        oldName = ".\(name).\(FileLock.ownProcess)"
        folder = slash.map { String(decoding: trimmed[...$0], as: UTF8.self) } ?? ""
    }

    /// The longest name in bytes: the staging folder and its lock, whose names are longer, must have one, too.
    private static let longestName = 255 - ".".utf8.count - ".unpacking.lock".utf8.count

    /// The folder it is in.
    var parent: String { folder.isEmpty ? "." : folder }

    /// The name of the folder that had the name, while it is removed.
    let oldName: String

    /// The name it has while it is written.
    var stagingName: String { ".\(name).unpacking" }

    /// The lock that keeps other runs away.
    var lock: String { path(of: ".\(name).unpacking.lock") }

    /// The path of what has this name beside the target.
    func path(of sibling: String) -> String { folder + sibling }
}
