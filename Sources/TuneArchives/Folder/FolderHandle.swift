#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: the system fills a status of our own; the name is lent as a C string for the length of the call.

/// Which file or folder something is, whatever its name. Held open, so that its number is not given to another.
struct FolderHandle {
    private let held: Descriptor
    private let number: UInt64
    private let device: UInt64

    /// The folder that stands under `name` now; nil for nothing, or something else.
    init?(folder name: String, in parent: Descriptor) {
        guard let held = try? Descriptor(name, in: parent, O_RDONLY | O_DIRECTORY, name) else { return nil }
        var status = stat()
        guard unsafe fstat(held.number, &status) == 0 else { return nil }
        self.held = held
        number = UInt64(truncatingIfNeeded: status.st_ino)
        device = UInt64(truncatingIfNeeded: status.st_dev)
    }

    /// Whether it stands under `name` in a folder.
    func stands(as name: String, in parent: Descriptor) -> Bool {
        var status = stat()
        guard unsafe fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        return UInt64(truncatingIfNeeded: status.st_ino) == number
            && UInt64(truncatingIfNeeded: status.st_dev) == device
    }
}
