internal import TuneBytes

/// Where an archive is unpacked to: a name in a folder that is there.
struct Target {
    /// The path as given, without slashes at its end.
    let path: String
    /// The folder it stands in.
    let parent: String
    /// Its name there.
    let name: String

    init(_ path: String) throws(ArchiveRefusal) {
        var trimmed = path[...]
        while trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
        let slash = trimmed.lastIndex(of: "/")
        name = String(slash.map { trimmed[trimmed.index(after: $0)...] } ?? trimmed)
        guard !name.isEmpty, name != ".", name != "..", !path.utf8.contains(0) else {
            throw .badTarget(path)
        }
        self.path = String(trimmed)
        parent = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
    }

    /// The name it has while it is written.
    var stagingName: String { ".\(name).unpacking" }

    /// The lock that keeps other runs away.
    var lock: String { path(of: ".\(name).unpacking.lock") }

    /// The path of what has this name beside the target.
    func path(of sibling: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + sibling
    }
}
