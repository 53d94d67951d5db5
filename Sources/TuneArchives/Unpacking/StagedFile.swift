internal import TuneBytes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: a buffer, allocated once for a file and freed with it, from which the system writes. Invariants:
// `used` bytes of it are written and never more than its capacity; it begins on a page, as writing past the page
// cache wants it.

/// A file while it is unpacked. Large ones are written past the page cache: gigabytes that are read once would drive
/// everything else out of it, and copying them there costs more than inflating them saves.
@safe
final class StagedFile {
    private let path: String
    private let descriptor: Descriptor
    private let buffer: UnsafeMutableRawBufferPointer
    private var used = 0
    private var isDirect: Bool

    private static let page = 4096
    private static let bufferSize = 1 << 20
    private static let smallest = 8 << 20

    init(_ name: String, in folder: Descriptor, path: String, size: Int) throws(ArchiveRefusal) {
        self.path = path
        descriptor = try Descriptor(name, in: folder, O_WRONLY | O_CREAT | O_EXCL, path)
        isDirect = size >= Self.smallest && PageCache.isPassed(by: descriptor, true)
        let room = min(Self.bufferSize, max(Self.page, size))
        unsafe buffer = .allocate(byteCount: room, alignment: Self.page)
    }

    deinit {
        unsafe buffer.deallocate()
    }

    /// Adds bytes at the end.
    func append(_ bytes: Span<UInt8>) throws(ArchiveRefusal) {
        var next = 0
        while next < bytes.count {
            let count = unsafe min(bytes.count - next, buffer.count - used)
            unsafe bytes.extracting(next..<next + count).withUnsafeBytes { piece in
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: piece)
            }
            used += count
            next += count
            if unsafe used == buffer.count { try flush() }
        }
    }

    /// Returns when all of it is on the disk.
    func finish() throws(ArchiveRefusal) {
        if isDirect { isDirect = !PageCache.isPassed(by: descriptor, false) }
        try flush()
        guard fchmod(descriptor.number, 0o644) == 0, fsync(descriptor.number) == 0 else {
            throw .last(.write, path)
        }
    }

    private func flush() throws(ArchiveRefusal) {
        var written = 0
        while written < used {
            let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written..<used])
            let got = unsafe write(descriptor.number, rest.baseAddress, rest.count)
            if got >= 0 {
                written += got
            } else if errno == EINVAL, isDirect {
                // A file system that takes the flag and not the writing.
                isDirect = !PageCache.isPassed(by: descriptor, false)
            } else if errno != EINTR {
                throw .last(.write, path)
            }
        }
        used = 0
    }
}

/// Whether what is written passes by the page cache.
private enum PageCache {
    /// Asks for it, or for the usual way; false when the file system does not do as asked.
    static func isPassed(by descriptor: Descriptor, _ wanted: Bool) -> Bool {
        #if canImport(Darwin)
            fcntl(descriptor.number, F_NOCACHE, wanted ? 1 : 0) == 0 && wanted
        #else
            let flags = fcntl(descriptor.number, F_GETFL)
            guard flags >= 0 else { return false }
            let wish = wanted ? flags | direct : flags & ~direct
            return fcntl(descriptor.number, F_SETFL, wish) == 0 && wanted
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
