import Dispatch
import Synchronization

/// A file that one task writes to its end while another thread reads what is there.
///
/// Whoever writes says how far the file has come; a reader waits for what is not there yet. When the writer begins
/// again, what was read before is worth nothing: such a reader fails, says that it `isOutdated`, and a new one is needed.
public final class GrowingFile: Sendable {
    /// The path of the file while it grows.
    public let path: String
    private let growth = Mutex(Growth())

    private struct Growth {
        var size = 0
        var total: Int?
        var isRefused = false
        var version = 0
        var end: End?
        var waiting: [DispatchSemaphore] = []
    }

    private enum End {
        case whole(path: String)
        case failed(String)
    }

    /// A file at `path` of which nothing can be read yet.
    public init(path: String) {
        self.path = path
    }

    /// How many bytes are there.
    public var size: Int { growth.withLock { $0.size } }

    /// How many bytes the whole has; nil while that is not known.
    public var total: Int? { growth.withLock { $0.total } }

    /// Whether a reader has seen enough to know that the bytes are of no use.
    public var isRefused: Bool { growth.withLock { $0.isRefused } }

    /// The bytes are of no use, whatever follows: whoever writes them may throw them away.
    public func refuse() {
        growth.withLock { $0.isRefused = true }
    }

    /// The whole will have `total` bytes; nil when nobody knows.
    public func announces(_ total: Int?) {
        growth.withLock { $0.total = total }
    }

    /// The first `size` bytes are there.
    public func grew(to size: Int) {
        change { $0.size = size }
    }

    /// Everything that was there is about to be thrown away.
    public func beginsAnew() {
        change { growth in
            growth.size = 0
            growth.total = nil
            growth.version += 1
        }
    }

    /// All bytes are there, they are the right ones, and are at `path` from now on.
    public func isWhole(at path: String) {
        change { growth in
            if growth.end == nil { growth.end = .whole(path: path) }
        }
    }

    /// No more bytes will come; `reason` in words that follow "cannot read it:". Nothing happens to a file that is
    /// whole.
    public func failed(_ reason: String) {
        change { growth in
            if growth.end == nil { growth.end = .failed(reason) }
        }
    }

    private func change(_ body: (inout sending Growth) -> Void) {
        growth.withLock { growth in
            body(&growth)
            for waiting in growth.waiting { waiting.signal() }
            growth.waiting = []
        }
    }

    /// A reader that begins at the first byte of what is there now.
    public func reader() -> Reader {
        Reader(self, version: growth.withLock { $0.version })
    }

    /// Reads a growing file from front to back; to be used by one thread, which it keeps waiting.
    public final class Reader: ByteStream {
        private let file: GrowingFile
        private let version: Int
        private var input: FileInput?
        private let wake = DispatchSemaphore(value: 0)

        fileprivate init(_ file: GrowingFile, version: Int) {
            self.file = file
            self.version = version
        }

        /// Whether the file began again after this reader did.
        public var isOutdated: Bool { file.growth.withLock { $0.version } != version }

        /// How many bytes were read.
        public var position: Int { input?.position ?? 0 }

        /// Returns when there is something to read, or the end has come.
        public func waitForBytes() throws(ByteError) {
            _ = try waitForMore(than: position)
        }

        /// Appends up to `count` bytes, once at least one is there; 0 at the end of a file that is whole.
        public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
            let before = bytes.count
            let ready = try waitForMore(than: position)
            guard ready > 0 else { return 0 }
            let input = try opened()
            let got = try input.read(min(count, ready), into: &bytes)
            // What was read while the file was thrown away belongs to no version.
            if isOutdated || got == 0 {
                bytes.removeLast(bytes.count - before)
                throw failure(got == 0 ? "it is shorter than was said" : "")
            }
            return got
        }

        /// The open file. It gets its final name at some moment; one who is late waits for that.
        private func opened() throws(ByteError) -> FileInput {
            if let input { return input }
            let opened: FileInput
            do throws(ByteError) {
                opened = try FileInput(path: file.path)
            } catch .notFound {
                _ = try waitForMore(than: .max)
                opened = try FileInput(path: finalPath)
            }
            input = opened
            return opened
        }

        private var finalPath: String {
            if case .whole(let path) = file.growth.withLock({ $0.end }) { path } else { file.path }
        }

        /// How many bytes there are beyond `position`; 0 at the end.
        private func waitForMore(than position: Int) throws(ByteError) -> Int {
            while true {
                let (size, isOutdated, end) = file.growth.withLock { growth in
                    let mustWait = growth.version == version && growth.size <= position && growth.end == nil
                    if mustWait { growth.waiting.append(wake) }
                    return (growth.size, growth.version != version, growth.end)
                }
                if isOutdated { throw failure("") }
                if size > position { return size - position }
                switch end {
                case .whole: return 0
                case .failed(let reason): throw failure(reason)
                case nil: wake.wait()
                }
            }
        }

        private func failure(_ reason: String) -> ByteError {
            let words = isOutdated ? "it is written anew" : reason
            return .failed(operation: .read, path: file.path, reason: words)
        }
    }
}
