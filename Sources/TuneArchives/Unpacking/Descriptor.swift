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
            throw errno == ENOENT ? .disk(.noFolder(path: path + "/")) : .last(.open, path)
        }
    }

    /// Opens `name`, one component, in a folder, no link followed; `path` names it in errors.
    convenience init(
        _ name: String, in folder: Descriptor, _ flags: CInt, _ path: String
    ) throws(ArchiveRefusal) {
        try self.init(name.utf8CString.map { $0 }, in: folder, flags, path)
    }

    /// As above; the name's bytes end in a zero.
    init(_ name: [CChar], in folder: Descriptor, _ flags: CInt, _ path: String) throws(ArchiveRefusal) {
        number = unsafe openat(folder.number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
        guard number >= 0 else { throw .last(.open, path) }
    }

    deinit {
        if number >= 0 { close(number) }
    }
}

extension ArchiveRefusal {
    /// The error for the system's last failure.
    static func last(_ operation: ByteError.Operation, _ path: String) -> ArchiveRefusal {
        .disk(.last(operation, path))
    }
}
