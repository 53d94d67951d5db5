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

        /// The process of that number on the machine of that name.
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
    public static var ownProcess: Int { System.process }

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
            if !(try Self.removeStale(path, andNameless: turn > Self.patience / 2)) {
                System.sleep(microseconds: 2_000)
            }
        }
        throw .held(by: nil)
    }

    deinit {
        if isHeld { System.remove(path) }
        System.close(descriptor)
    }

    /// Whether the lock's file is still the one made here.
    public var isHeld: Bool { Self.isAt(descriptor, at: path) }

    private static func make(_ path: String) throws(Refusal) -> CInt? {
        guard let made = System.open(path, [.readAndWrite, .create, .exclusive, .noLink]) else {
            switch System.lastFailure {
            case .exists: return nil
            case .missing: throw .failed(.noFolder(path: path))
            default: throw .failed(.last(.open, path))
            }
        }
        let text = Array("\(System.process) \(machine)\n".utf8)
        let failure = System.write(text.span, to: made, at: 0) ? nil : ByteError.last(.write, path)
        if System.lock(made), failure == nil, isAt(made, at: path) { return made }
        defer { System.close(made) }
        guard let failure else { return nil }
        // A full disk gives a file no room for its text, yet makes it.
        if isAt(made, at: path) { System.remove(path) }
        throw .failed(failure)
    }

    /// Removes a lock whose owner is gone. False when one has been made that does not name its owner yet.
    private static func removeStale(_ path: String, andNameless: Bool) throws(Refusal) -> Bool {
        guard let found = System.open(path, [.readAndWrite, .noLink]) else {
            if System.lastFailure == .missing { return true }
            throw .failed(.last(.open, path))
        }
        defer { System.close(found) }
        let isFree = System.lock(found)
        guard isAt(found, at: path) else { return true }
        let owner = owner(of: found)
        guard owner != nil || (andNameless && isFree) else { return false }
        guard isFree, isGone(owner) else { throw .held(by: owner) }
        System.remove(path)
        return true
    }

    /// Whether nobody answers for a lock that is not locked. In a container an earlier process often had our number.
    private static func isGone(_ owner: Owner?) -> Bool {
        guard let owner else { return true }
        return owner.machine == machine
            && (owner.process == System.process || !System.isRunning(owner.process))
    }

    private static func owner(of descriptor: CInt) -> Owner? {
        let bytes = System.bytes(of: descriptor, at: 0, 512) ?? []
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, bytes.last == 0x0A, let process = Int(words[0]) else { return nil }
        return Owner(process: process, machine: String(words[1]))
    }

    private static func isAt(_ descriptor: CInt, at path: String) -> Bool {
        guard let opened = System.status(of: descriptor),
            let named = System.status(of: path, followsLinks: false)
        else { return false }
        return opened.isSameFile(as: named)
    }

    /// The machine's name, as one word.
    private static let machine = String(
        decoding: (System.machine ?? "unknown").utf8.map { $0 > 0x20 ? $0 : 0x5F }, as: UTF8.self)
}
