#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the text that `strerror` points to is copied at once.

extension ByteError {
    /// The error for the system's last failure (`errno`), in plain words.
    package static func last(_ operation: Operation, _ path: String) -> ByteError {
        let code = errno
        if code == EPIPE { return .closedPipe }
        if code == ENOENT { return .notFound(path: path) }
        if code == EISDIR { return .isDirectory(path: path) }
        return .failed(operation: operation, path: path, reason: plainWords(for: code))
    }

    private static func plainWords(for code: CInt) -> String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case ENOSPC: "no space left on the device"
        case EROFS: "the file system is read-only"
        case ENOTDIR: "a part of the path is not a folder"
        default: unsafe String(cString: strerror(code)).lowercased()
        }
    }
}
