#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the system fills a status of our own; paths are lent as C strings for the length of a call.

/// What the system says about a path without its file being opened.
public enum FileStatus {
    /// What stands at a path, a link being a thing of its own.
    public enum Kind: Sendable { case file, folder, link, other }

    /// What stands there, links not followed; nil for nothing, or nothing that can be seen.
    public static func kind(_ path: String) -> Kind? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// Whether a regular file stands there, links followed.
    public static func isFile(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a pipe, a socket or a device stands there, links followed: something that need not give the same bytes
    /// twice.
    public static func isStream(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Whether a folder stands there, links followed.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether nobody but its owner, who is this user or root, can read or write the file at `path`. What is no
    /// regular file, such as a pipe, is taken to be; so is what is not there, which opening it will tell.
    public static func isPrivate(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return true }
        return status.st_mode & 0o077 == 0 && (status.st_uid == geteuid() || status.st_uid == 0)
    }

    /// Whether two paths stand in folders on the same disk, which share what is free.
    public static func sharesDisk(_ path: String, _ other: String) -> Bool {
        var (one, two) = (stat(), stat())
        guard unsafe stat(AtomicFile.folder(of: path), &one) == 0 else { return false }
        return unsafe stat(AtomicFile.folder(of: other), &two) == 0 && one.st_dev == two.st_dev
    }

    /// How many bytes may still be written in the folder of `path`; nil when the system does not say.
    public static func freeSpace(beside path: String) -> Int? {
        var status = statvfs()
        guard unsafe statvfs(AtomicFile.folder(of: path), &status) == 0 else { return nil }
        return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)))
    }
}

extension Int {
    fileprivate init(clamping product: (partialValue: UInt64, overflow: Bool)) {
        self = product.overflow ? .max : Int(clamping: product.partialValue)
    }
}
