#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the calls of the system. Invariants: paths are lent as C strings, and bytes as an array's or a span's own
// memory, for the length of a call and never beyond their count; memory to be filled is free capacity, and the count the
// system returns is the count handed back; an entry's name is copied before the next is read.

/// What is asked of the system about files. Calls that wait are repeated when a signal interrupts them. What fails
/// returns false or nil; ``ByteError/last(_:_:)`` and ``lastFailure`` then say why, until the next call.
package enum System {
    /// The descriptor of standard input; every process begins with it.
    package static let standardInput = STDIN_FILENO
    /// The descriptor of standard output.
    package static let standardOutput = STDOUT_FILENO
    /// The descriptor of standard error.
    package static let standardError = STDERR_FILENO

    /// How a file is opened. It is always closed when another program is started.
    package struct OpenFlags: OptionSet, Sendable {
        /// The bits as the system takes them.
        package let rawValue: CInt
        /// The flags with these bits of `open(2)`.
        package init(rawValue: CInt) { self.rawValue = rawValue }
        /// To be written, not read.
        package static let write = OpenFlags(rawValue: O_WRONLY)
        /// To be read and written.
        package static let readAndWrite = OpenFlags(rawValue: O_RDWR)
        /// It is made when it is not there.
        package static let create = OpenFlags(rawValue: O_CREAT)
        /// What is there already is not opened.
        package static let exclusive = OpenFlags(rawValue: O_EXCL)
        /// A link at the end of the path is refused, not followed.
        package static let noLink = OpenFlags(rawValue: O_NOFOLLOW)
        /// A pipe does not wait for its other end.
        package static let noWaiting = OpenFlags(rawValue: O_NONBLOCK)
        /// Whatever is no folder is refused.
        package static let folder = OpenFlags(rawValue: O_DIRECTORY)
    }

    /// Why the last call failed, as far as callers tell it apart.
    package enum Failure { case missing, exists, busy, other }

    /// Why the last call failed.
    package static var lastFailure: Failure {
        switch errno {
        case ENOENT: .missing
        case EEXIST: .exists
        case EWOULDBLOCK: .busy
        default: .other
        }
    }
}

extension System {
    /// Opens `path`, to be read unless `flags` say more; a file that is created may be read by everybody.
    package static func open(_ path: String, _ flags: OpenFlags = []) -> CInt? {
        let descriptor = unsafe openFile(path, flags: flags.rawValue | O_CLOEXEC, mode: 0o644)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Closes an open file.
    package static func close(_ descriptor: CInt) {
        _ = closeFile(descriptor)
    }

    /// Appends up to `count` bytes, as soon as there are some, and returns how many; 0 at the end.
    package static func read(_ count: Int, from descriptor: CInt, into bytes: inout [UInt8]) -> Int? {
        var got = 0
        bytes.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { (buffer, initialized) in
                got = uninterrupted { unsafe readFile(descriptor, into: buffer.baseAddress, count: count) }
                initialized += max(got, 0)
            }
        }
        return got < 0 ? nil : got
    }

    /// Up to `count` bytes from `offset` on, whatever was read before; none at the end.
    package static func bytes(of descriptor: CInt, at offset: Int, _ count: Int) -> [UInt8]? {
        var got = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
            got = uninterrupted { unsafe pread(descriptor, memory.baseAddress, count, off_t(offset)) }
            initialized = max(got, 0)
        }
        return got < 0 ? nil : bytes
    }

    /// Writes all of `bytes`, from `offset` of the file on or after what was written before.
    package static func write(_ bytes: Span<UInt8>, to descriptor: CInt, at offset: Int? = nil) -> Bool {
        unsafe bytes.withUnsafeBytes { memory in
            guard let base = memory.baseAddress else { return true }
            var written = 0
            while written < memory.count {
                let (rest, left) = unsafe (base + written, memory.count - written)
                let got = uninterrupted {
                    if let offset { return unsafe pwrite(descriptor, rest, left, off_t(offset + written)) }
                    return unsafe writeFile(descriptor, from: rest, count: left)
                }
                if got < 0 { return false }
                written += got
            }
            return true
        }
    }

    /// Continues to read at `offset`, from the front.
    package static func seek(_ descriptor: CInt, to offset: Int) -> Bool {
        lseek(descriptor, off_t(offset), SEEK_SET) >= 0
    }

    /// Takes away all but the first `count` bytes.
    @discardableResult
    package static func truncate(_ descriptor: CInt, to count: Int) -> Bool {
        ftruncate(descriptor, off_t(count)) == 0
    }

    /// Returns when all that was written is on the disk.
    @discardableResult
    package static func sync(_ descriptor: CInt) -> Bool { fsync(descriptor) == 0 }

    /// Says who may do what with an open file.
    @discardableResult
    package static func setPermissions(_ permissions: UInt32, of descriptor: CInt) -> Bool {
        fchmod(descriptor, mode_t(permissions)) == 0
    }

    /// Locks an open file against other processes, without waiting. A file system without locks says so, and gives it.
    package static func lock(_ descriptor: CInt) -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    /// Waits until there is something to read, or the end, but no longer than that.
    package static func waitForInput(_ descriptor: CInt, milliseconds: CInt) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&question, 1, milliseconds) > 0
    }

    private static func uninterrupted(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

extension System {
    /// Gives what is at `old` the name `new`, in place of what had it.
    package static func rename(_ old: String, to new: String) -> Bool { unsafe renameFile(old, new) == 0 }

    /// Takes the name from a file, or a link.
    @discardableResult
    package static func remove(_ path: String) -> Bool { unsafe unlink(path) == 0 }

    /// Gives a file opened without a name the name `path`; false outside Linux.
    package static func link(_ descriptor: CInt, as path: String) -> Bool {
        #if os(Linux)
            let followLinks: CInt = 0x400
            return unsafe linkat(AT_FDCWD, Self.path(of: descriptor), AT_FDCWD, path, followLinks) == 0
        #else
            return false
        #endif
    }

    /// Opens a file without a name in `folder`, to be linked later; nil where that cannot be.
    package static func openUnnamed(in folder: String) -> CInt? {
        #if os(Linux)
            let unnamed = OpenFlags(rawValue: 0o20_000_000)
            guard let descriptor = open(folder, [.write, .folder, unnamed]) else { return nil }
            if unsafe access(path(of: descriptor), F_OK) == 0 { return descriptor }
            close(descriptor)
        #endif
        return nil
    }

    private static func path(of descriptor: CInt) -> String { "/proc/self/fd/\(descriptor)" }

    /// Where `path` leads when links and dots are followed.
    package static func realPath(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// Makes a folder in one that is there; false when something has the name.
    package static func makeFolder(_ path: String) -> Bool { unsafe mkdir(path, 0o755) == 0 }

    /// Hands out the names in a folder, without the two that are dots only, until `body` returns false; false when the
    /// folder cannot be read. Bytes that are not UTF-8 become U+FFFD.
    package static func forEachName(in folder: String, _ body: (String) -> Bool) -> Bool {
        guard let stream = unsafe opendir(folder) else { return false }
        defer { unsafe closedir(stream) }
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != "..", !body(name) { break }
        }
        return true
    }
}

extension ByteError {
    /// The error for the system's last failure, in plain words.
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

// Under other names, since inside `System` those of the C library are its own.

private func openFile(_ path: UnsafePointer<CChar>, flags: CInt, mode: mode_t) -> CInt {
    unsafe open(path, flags, mode)
}

private func closeFile(_ descriptor: CInt) -> CInt { close(descriptor) }

private func readFile(_ descriptor: CInt, into memory: UnsafeMutableRawPointer?, count: Int) -> Int {
    unsafe read(descriptor, memory, count)
}

private func writeFile(_ descriptor: CInt, from memory: UnsafeRawPointer, count: Int) -> Int {
    unsafe write(descriptor, memory, count)
}

private func renameFile(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> CInt {
    unsafe rename(old, new)
}
