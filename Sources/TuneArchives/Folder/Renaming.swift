internal import CArchive

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: names are lent to the system as C strings for the length of a call.

/// Renames within one folder that the system does in one step, or refuses. Each returns 0, or -1 with `errno` set.
enum Renaming {
    /// Renames unless something has the new name (`EEXIST`).
    static func unlessTaken(_ old: String, to new: String, in folder: Descriptor) -> CInt {
        #if canImport(Darwin)
            return unsafe renameatx_np(folder.number, old, folder.number, new, UInt32(RENAME_EXCL))
        #else
            let result = unsafe rename_with_flags(folder.number, old, new, noReplace)
            guard result != 0, errno == EINVAL || errno == ENOSYS else { return result }
            // A file system without the flag: look first. Our own runs are kept apart by the lock.
            var status = stat()
            if unsafe fstatat(folder.number, new, &status, AT_SYMLINK_NOFOLLOW) == 0 {
                errno = EEXIST
                return -1
            }
            return unsafe renameat(folder.number, old, folder.number, new)
        #endif
    }

    /// Gives each the other's name; both must be there.
    static func exchange(_ one: String, _ other: String, in folder: Descriptor) -> CInt {
        #if canImport(Darwin)
            return unsafe renameatx_np(folder.number, one, folder.number, other, UInt32(RENAME_SWAP))
        #else
            let result = unsafe rename_with_flags(folder.number, one, other, swap)
            guard result != 0, errno == EINVAL || errno == ENOSYS else { return result }
            guard unsafe renameat(folder.number, other, folder.number, aside(one)) == 0 else { return -1 }
            guard unsafe renameat(folder.number, one, folder.number, other) == 0 else {
                let reason = errno
                unsafe renameat(folder.number, aside(one), folder.number, other)
                errno = reason
                return -1
            }
            return unsafe renameat(folder.number, aside(one), folder.number, one)
        #endif
    }

    /// Puts back what an exchange of `one` and `other` that was killed in the middle has put aside.
    static func mend(_ one: String, _ other: String, in folder: Descriptor) {
        if unlessTaken(aside(one), to: other, in: folder) == 0 || errno == ENOENT { return }
        try? FolderRemoval.remove(aside(one), in: folder)
    }

    private static func aside(_ name: String) -> String { name + ".old" }

    #if !canImport(Darwin)
        /// `RENAME_NOREPLACE` and `RENAME_EXCHANGE` of Linux, which the module of the C library leaves out.
        private static let noReplace: CUnsignedInt = 1
        private static let swap: CUnsignedInt = 2
    #endif
}
