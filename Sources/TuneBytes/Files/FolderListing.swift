/// The names in a folder.
public enum FolderListing {
    private static let limit = 2000

    /// The names of what is in the same folder as `path`, at most 2,000; none when the folder cannot be
    /// read.
    public static func names(beside path: String) -> [String] {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return names(in: slash.map { String(path[..<path.utf8.index(after: $0)]) } ?? ".")
    }

    /// The names of what is in `folder`, at most 2,000; none when it cannot be read.
    public static func names(in folder: String) -> [String] {
        var names: [String] = []
        _ = System.forEachName(in: folder) { name in
            names.append(name)
            return names.count < limit
        }
        return names.sorted()
    }

    /// Makes the folder at `path`, with those it is in; true when it is there.
    public static func make(_ path: String) -> Bool {
        if FileStatus.isFolder(path) { return true }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex,
            !make(String(path[..<slash]))
        {
            return false
        }
        return System.makeFolder(path) || FileStatus.isFolder(path)
    }
}
