#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the system fills a status and a name of our own, and `pread` and `pwrite` use an array's memory while
// it is lent, never beyond its count.

/// The right to write a file, held by one process at a time: a file made by whoever comes first (`O_EXCL`), locked
/// while it is held (`flock`), naming its owner. Either alone can fail: locks on some network file systems, files
/// when their owner is killed. Given up when released.
public final class FileLock {
    /// Who holds a lock.
    public struct Owner: Sendable, Equatable {
        /// The process's number.
        public var process: Int
        /// The name of the machine it runs on.
        public var machine: String

        /// An owner.
        public init(process: Int, machine: String) {
            self.process = process
            self.machine = machine
        }
    }

    /// Why a lock was not given.
    public enum Refusal: Error, Sendable, Equatable {
        /// Another process holds it; nil when it has not said its name yet.
        case held(by: Owner?)
        /// The lock's file could not be made.
        case failed(ByteError)
    }

    /// The number of this process.
    public static var ownProcess: Int { Int(getpid()) }

    /// The lock's file.
    public let path: String
    private let descriptor: CInt

    private static let patience = 100

    /// Takes the lock at `path`, from a dead owner too, or says at once who holds it.
    public init(path: String) throws(Refusal) {
        self.path = path
        for turn in 0..<Self.patience {
            if let made = try Self.make(path) {
                descriptor = made
                return
            }
            if !(try Self.removeStale(path, andNameless: turn > Self.patience / 2)) { usleep(2_000) }
        }
        throw .held(by: nil)
    }

    deinit {
        if isHeld { unsafe unlink(path) }
        close(descriptor)
    }

    /// Whether the lock's file is still the one made here.
    public var isHeld: Bool { Self.stands(descriptor, at: path) }

    private static func make(_ path: String) throws(Refusal) -> CInt? {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let made = unsafe open(path, flags, mode_t(0o644))
        guard made >= 0 else {
            if errno == EEXIST { return nil }
            throw .failed(errno == ENOENT ? .noFolder(path: path) : .last(.open, path))
        }
        let text = Array("\(getpid()) \(machine)\n".utf8)
        let written = unsafe text.withUnsafeBytes { unsafe pwrite(made, $0.baseAddress, $0.count, 0) }
        // A file system without locks says so; then the file alone must do.
        let locked = flock(made, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        if locked, written == text.count, stands(made, at: path) { return made }
        defer { close(made) }
        guard written != text.count else { return nil }
        let failure = ByteError.last(.write, path)
        // A full disk gives a file no room for its text, yet makes it.
        if stands(made, at: path) { unsafe unlink(path) }
        throw .failed(failure)
    }

    /// Removes a lock whose owner is gone. False when one has been made that does not name its owner yet.
    private static func removeStale(_ path: String, andNameless: Bool) throws(Refusal) -> Bool {
        let found = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard found >= 0 else {
            if errno == ENOENT { return true }
            throw .failed(.last(.open, path))
        }
        defer { close(found) }
        let isFree = flock(found, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard stands(found, at: path) else { return true }
        let owner = owner(of: found)
        guard owner != nil || (andNameless && isFree) else { return false }
        guard isFree, isGone(owner) else { throw .held(by: owner) }
        unsafe unlink(path)
        return true
    }

    /// Whether nobody answers for a lock that is not locked. In a container an earlier process often had our number.
    private static func isGone(_ owner: Owner?) -> Bool {
        guard let owner else { return true }
        return owner.machine == machine && (owner.process == Int(getpid()) || !isRunning(owner.process))
    }

    private static func isRunning(_ process: Int) -> Bool {
        guard let number = pid_t(exactly: process), number > 0 else { return false }
        return kill(number, 0) == 0 || errno == EPERM
    }

    private static func owner(of descriptor: CInt) -> Owner? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 512) { memory, initialized in
            initialized = unsafe max(pread(descriptor, memory.baseAddress, memory.count, 0), 0)
        }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, bytes.last == 0x0A, let process = Int(words[0]) else { return nil }
        return Owner(process: process, machine: String(words[1]))
    }

    private static func stands(_ descriptor: CInt, at path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        guard unsafe fstat(descriptor, &opened) == 0, unsafe lstat(path, &named) == 0 else { return false }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    private static let machine: String = {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return "unknown" }
        let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: name.map { $0 > 0x20 ? $0 : 0x5F }, as: UTF8.self)
    }()
}
