#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: the system fills a status of our own; the name is lent as a C string for the length of the call.

/// A folder, whatever its name. Held open, so that its number is not given to another.
struct FolderHandle {
    private let held: Descriptor
    private let number: UInt64
    private let device: UInt64

    /// The folder that has this name now; nil when nothing has it, or something else.
    init?(folder name: String, in parent: Descriptor) {
        guard let held = try? Descriptor(name, in: parent, flags: O_RDONLY | O_DIRECTORY, path: name) else {
            return nil
        }
        var status = stat()
        guard unsafe fstat(held.number, &status) == 0 else { return nil }
        self.held = held
        number = UInt64(truncatingIfNeeded: status.st_ino)
        device = UInt64(truncatingIfNeeded: status.st_dev)
    }

    /// Whether it has this name in `parent`.
    func isNamed(_ name: String, in parent: Descriptor) -> Bool {
        var status = stat()
        guard unsafe fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        return UInt64(truncatingIfNeeded: status.st_ino) == number
            && UInt64(truncatingIfNeeded: status.st_dev) == device
    }
}
