internal import TuneBytes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: names are lent to the system as C strings for the length of a call.

/// An open file or folder; closed when released.
@safe
final class Descriptor: Sendable {
    let number: CInt

    /// Opens a folder by its path, links followed: the user named it.
    init(folder path: String) throws(ArchiveRefusal) {
        number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else {
            throw errno == ENOENT ? .disk(.noFolder(path: path + "/")) : .last(.open, path: path)
        }
    }

    /// Opens `name`, one component, in a folder, no link followed; `path` names it in errors.
    convenience init(
        _ name: String, in folder: Descriptor, flags: CInt, path: String
    ) throws(ArchiveRefusal) {
        try self.init(name.utf8CString.map { $0 }, in: folder, flags: flags, path: path)
    }

    /// Opens `name`, whose bytes end in a zero and need not be UTF-8.
    init(_ name: [CChar], in folder: Descriptor, flags: CInt, path: String) throws(ArchiveRefusal) {
        try Self.check(name, path: path)
        number = unsafe openat(folder.number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
        guard number >= 0 else { throw .last(.open, path: path) }
    }

    /// Throws unless the name is one component, and not the folder itself or the one above: the last line of
    /// defence, whatever was judged before.
    static func check(_ name: [CChar], path: String) throws(ArchiveRefusal) {
        let bytes = name.dropLast().map { UInt8(bitPattern: $0) }
        guard !bytes.isEmpty, !bytes.contains(0x2F), bytes != [0x2E], bytes != [0x2E, 0x2E] else {
            throw .disk(.failed(operation: .open, path: path, reason: "the name leads elsewhere"))
        }
    }

    deinit {
        if number >= 0 { close(number) }
    }
}

extension ArchiveRefusal {
    /// The error for the system's last failure, as `errno` says it.
    static func last(_ operation: ByteError.Operation, path: String) -> ArchiveRefusal {
        .disk(.last(operation, path))
    }
}
