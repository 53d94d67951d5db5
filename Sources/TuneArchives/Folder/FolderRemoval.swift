internal import TuneBytes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: a folder's stream is opened from a descriptor of its own, read and closed within one call; names are
// copied before the next is read.

/// Removes a folder and all below it, following no link.
enum FolderRemoval {
    /// Removes `name` in `folder`, whatever it is; does nothing when nothing has this name.
    static func remove(_ name: String, in folder: Descriptor) throws(ArchiveRefusal) {
        try remove(name.utf8CString.map { $0 }, in: folder)
    }

    /// Removes what has this name, whose bytes end in a zero and need not be UTF-8.
    private static func remove(_ name: [CChar], in folder: Descriptor) throws(ArchiveRefusal) {
        if unsafe unlinkat(folder.number, name, 0) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { throw .last(.write, path: text(name)) }
        let inner = try Descriptor(name, in: folder, flags: O_RDONLY | O_DIRECTORY, path: text(name))
        fchmod(inner.number, 0o700)
        for child in names(in: inner) { try remove(child, in: inner) }
        guard unsafe unlinkat(folder.number, name, AT_REMOVEDIR) == 0 else {
            throw .last(.write, path: text(name))
        }
    }

    private static func text(_ name: [CChar]) -> String {
        String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func names(in folder: Descriptor) -> [[CChar]] {
        guard let stream = unsafe fdopendir(dup(folder.number)) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [[CChar]] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if text(name) != ".", text(name) != ".." { names.append(name) }
        }
        return names
    }
}
