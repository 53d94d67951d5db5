internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: blocks of memory, allocated with the object and freed with it, from which the system writes, on a queue.
// Invariants: a block is either lent, or waits to be written, or is free; `take` waits until one is free, and `deinit`
// comes after the queue has let go of the object, so nothing is written from freed memory. Blocks begin on a page.

/// Writes a file's blocks in order. Large files are written on a queue of their own and past the page cache: gigabytes
/// that are written once would drive everything else out of it, and copying them there costs more time than
/// anything but inflating them.
@safe
final class BlockWriter: @unchecked Sendable {
    private let descriptor: Descriptor
    private let blocks: [UnsafeMutableRawBufferPointer]
    /// Whether the file is written on a queue, while the next block is filled.
    let isLarge: Bool
    private let queue = DispatchQueue(label: "tuneprep.unpacking")
    /// Counts the free blocks; made with none, as a semaphore must not go with fewer than it was made with.
    private let free = DispatchSemaphore(value: 0)
    private let failure = Atomic<CInt>(0)
    private var taken = 0
    /// Used on the queue only, or before and after it.
    private var isDirect = false

    private static let page = 4096
    private static let blockSize = 1 << 20
    /// A file of at least this many bytes is large.
    private static let large = 8 << 20

    /// A writer of the file open at `descriptor`, which will have `size` bytes.
    init(_ descriptor: Descriptor, size: Int) {
        self.descriptor = descriptor
        isLarge = size >= Self.large
        let room = isLarge ? Self.blockSize : min(Self.blockSize, max(Self.page, size))
        let count = isLarge ? 3 : 1
        unsafe blocks = (0..<count).map { _ in .allocate(byteCount: room, alignment: Self.page) }
        for _ in 0..<count { free.signal() }
        isDirect = isLarge && PageCache.setBypass(true, for: descriptor)
    }

    deinit {
        unsafe blocks.forEach { unsafe $0.deallocate() }
    }

    /// A block to be filled; waits until one is free.
    func take() -> UnsafeMutableRawBufferPointer {
        free.wait()
        defer { taken += 1 }
        return unsafe blocks[taken % blocks.count]
    }

    /// Takes a block back, whose first `count` bytes are to be written; returns -1, with `errno` set, when writing has
    /// failed.
    func give(_ block: UnsafeMutableRawBufferPointer, count: Int) -> CInt {
        guard isLarge else {
            unsafe write(UnsafeRawBufferPointer(rebasing: block[..<count]))
            free.signal()
            return outcome
        }
        nonisolated(unsafe) let bytes = unsafe UnsafeRawBufferPointer(rebasing: block[..<count])
        queue.async {
            unsafe self.write(bytes)
            self.free.signal()
        }
        return outcome
    }

    /// Waits until everything given is written; returns -1, with `errno` set, when not all of it could be.
    func finish() -> CInt {
        queue.sync {}
        return outcome
    }

    private var outcome: CInt {
        let code = failure.load(ordering: .acquiring)
        if code != 0 { errno = code }
        return code == 0 ? 0 : -1
    }

    private func write(_ bytes: UnsafeRawBufferPointer) {
        guard failure.load(ordering: .acquiring) == 0 else { return }
        // The last block need not end on a page.
        if isDirect, !bytes.count.isMultiple(of: Self.page) {
            isDirect = PageCache.setBypass(false, for: descriptor)
        }
        var written = 0
        while written < bytes.count {
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
            let got = unsafe system(rest)
            if got >= 0 {
                written += got
            } else if errno == EINVAL, isDirect {
                // A file system that takes the flag and not the writing.
                isDirect = PageCache.setBypass(false, for: descriptor)
            } else if errno != EINTR {
                return failure.store(errno, ordering: .releasing)
            }
        }
    }

    private func system(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            return unsafe Glibc.write(descriptor.number, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            return unsafe Musl.write(descriptor.number, bytes.baseAddress, bytes.count)
        #else
            return unsafe Darwin.write(descriptor.number, bytes.baseAddress, bytes.count)
        #endif
    }
}

/// Whether writes bypass the page cache.
private enum PageCache {
    /// Switches the bypass on or off; false when writes do not bypass it afterwards.
    static func setBypass(_ wanted: Bool, for descriptor: Descriptor) -> Bool {
        #if canImport(Darwin)
            return fcntl(descriptor.number, F_NOCACHE, wanted ? 1 : 0) == 0 && wanted
        #else
            let flags = fcntl(descriptor.number, F_GETFL)
            guard flags >= 0 else { return false }
            let wantedFlags = wanted ? flags | direct : flags & ~direct
            return fcntl(descriptor.number, F_SETFL, wantedFlags) == 0 && wanted
        #endif
    }

    #if arch(arm64)
        /// `O_DIRECT`, which the module of the C library leaves out.
        private static let direct: CInt = 0o200_000
    #else
        /// `O_DIRECT`, which the module of the C library leaves out.
        private static let direct: CInt = 0o40_000
    #endif
}
