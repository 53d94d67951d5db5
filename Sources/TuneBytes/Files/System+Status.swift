#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the system fills structs and a name of our own; paths are lent as C strings for the length of a call.

extension System {
    /// What the system says of a file.
    package struct Status {
        /// Whether it is a file, a folder or something else.
        package let kind: FolderEntry.Kind
        /// Its size in bytes.
        package let size: Int
        /// The bits that say who may do what with it.
        package let permissions: UInt32
        /// The number of the user it belongs to.
        package let owner: UInt32
        /// Its number in its file system.
        package let inode: UInt64
        /// The number of its file system.
        package let device: UInt64
        /// When its bytes were last changed, in nanoseconds.
        package let modified: UInt64
        /// When anything of it was last changed, its name and dates included, in nanoseconds.
        package let changed: UInt64

        /// Whether both are of one file.
        package func isSameFile(as other: Status) -> Bool { inode == other.inode && device == other.device }

        fileprivate init(_ status: stat) {
            kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                case S_IFLNK: .link
                case S_IFIFO: .pipe
                case S_IFSOCK: .socket
                default: .device
                }
            size = Int(status.st_size)
            permissions = UInt32(status.st_mode & 0o777)
            owner = UInt32(status.st_uid)
            inode = UInt64(truncatingIfNeeded: status.st_ino)
            device = UInt64(truncatingIfNeeded: status.st_dev)
            #if canImport(Darwin)
                modified = Self.nanoseconds(status.st_mtimespec)
                changed = Self.nanoseconds(status.st_ctimespec)
            #else
                modified = Self.nanoseconds(status.st_mtim)
                changed = Self.nanoseconds(status.st_ctim)
            #endif
        }

        private static func nanoseconds(_ time: timespec) -> UInt64 {
            UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000
                &+ UInt64(truncatingIfNeeded: time.tv_nsec)
        }
    }

    /// The status of what is at `path`, or of what a link there leads to.
    package static func status(of path: String, followsLinks: Bool = true) -> Status? {
        var status = stat()
        let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? Status(status) : nil
    }

    /// The status of an open file.
    package static func status(of descriptor: CInt) -> Status? {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? Status(status) : nil
    }

    /// How many bytes may still be written in `folder`.
    package static func freeSpace(in folder: String) -> Int? {
        var status = statvfs()
        guard unsafe statvfs(folder, &status) == 0 else { return nil }
        let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(
            by: UInt64(status.f_frsize))
        return overflow ? .max : Int(clamping: bytes)
    }
}

extension System {
    /// The number of this process.
    package static var process: Int { Int(getpid()) }

    /// The number of the user for whom it runs.
    package static var user: UInt32 { UInt32(geteuid()) }

    /// Whether a process of this number runs on this machine.
    package static func isRunning(_ process: Int) -> Bool {
        guard let number = pid_t(exactly: process), number > 0 else { return false }
        return kill(number, 0) == 0 || errno == EPERM
    }

    /// The name of this machine.
    package static var machine: String? {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return nil }
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// How many processors can be used, at least 1.
    package static var processors: Int { max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }

    /// Keeps the thread waiting.
    package static func sleep(microseconds: UInt32) {
        usleep(microseconds)
    }

    /// Ends the process.
    package static func exit(_ status: CInt) -> Never { endProcess(status) }
}

// Under another name, since inside `System` that of the C library is its own.
private func endProcess(_ status: CInt) -> Never { exit(status) }
