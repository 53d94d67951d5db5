#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: a directory stream is opened, read to its end and closed within one call; each entry's name is
// copied before the next is read.

/// The names in a folder.
public enum FolderListing {
    private static let limit = 2000

    /// The names of what stands in the same folder as `path`, at most 2,000; none when the folder cannot be
    /// read.
    public static func names(beside path: String) -> [String] {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return names(in: slash.map { String(path[..<path.utf8.index(after: $0)]) } ?? ".")
    }

    /// The names of what stands in `folder`, at most 2,000; none when it cannot be read.
    public static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while names.count < limit, let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes the folder at `path`, with those it stands in; true when it is there.
    public static func make(_ path: String) -> Bool {
        if FileStatus.isFolder(path) { return true }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex,
            !make(String(path[..<slash]))
        {
            return false
        }
        return unsafe mkdir(path, 0o755) == 0 || FileStatus.isFolder(path)
    }
}
