internal import CArchive

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: libarchive, fed by a callback. Invariants: the callback's object is this one, which frees the handle
// before it goes, so the unretained pointer is always good; what `read` lends stays until the next call of it; the
// texts libarchive returns are copied before it is called again; a piece of data is used only during `body`. The
// locale is this thread's only during one call and put back after it.

/// Reads tar by libarchive: no other format, no filter. Anything it only warns of is an error here.
@safe
final class TarReader {
    private let archive: DecodedArchive
    private let handle: OpaquePointer?
    private let locale: locale_t?
    private var failure: ArchiveRefusal?
    private var isOpen = false
    private var last: String?

    init(_ archive: DecodedArchive) {
        self.archive = archive
        unsafe handle = archive_read_new()
        // Names in pax records are UTF-8, which the C locale cannot hold.
        #if canImport(Darwin)
            unsafe locale = newlocale(LC_CTYPE_MASK, "UTF-8", nil)
        #else
            unsafe locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        #endif
    }

    deinit {
        unsafe archive_read_free(handle)
        if let locale = unsafe locale { unsafe freelocale(locale) }
    }

    /// The next header; nil at the end of the tar.
    func next() throws(ArchiveRefusal) -> TarEntry? {
        var entry: OpaquePointer?
        let result = inLocale {
            let opened = isOpen ? ARCHIVE_OK : open()
            return opened == ARCHIVE_OK ? unsafe archive_read_next_header(handle, &entry) : opened
        }
        isOpen = true
        if result == ARCHIVE_EOF, failure == nil { return nil }
        guard result == ARCHIVE_OK, let entry = unsafe entry else { throw refusal() }
        let header = inLocale { unsafe TarEntry(entry) }
        last = String(decoding: header.name, as: UTF8.self)
        return header
    }

    /// Hands out the data of the entry whose header was read last, front to back; it must have `size` bytes.
    func data(size: Int, _ body: (Span<UInt8>) throws(ArchiveRefusal) -> Void) throws(ArchiveRefusal) {
        var done = 0
        while true {
            var (bytes, count, offset): (UnsafeRawPointer?, Int, la_int64_t) = (nil, 0, 0)
            let result = unsafe archive_read_data_block(handle, &bytes, &count, &offset)
            if result == ARCHIVE_EOF, failure == nil { break }
            guard result == ARCHIVE_OK else { throw refusal() }
            guard count > 0 else { continue }
            guard offset == done, count <= size - done, let bytes = unsafe bytes else {
                throw .damaged(near: archive.length, detail: "the data has holes", after: last)
            }
            done += count
            try body(unsafe Span(_unsafeStart: bytes.assumingMemoryBound(to: UInt8.self), count: count))
        }
        if done != size { throw .truncated(length: archive.length) }
    }

    /// The offset of the two blocks of zeros that end the tar, once `next` has returned nil.
    var endOffset: Int { unsafe Int(archive_read_header_position(handle)) }

    private func open() -> CInt {
        unsafe archive_read_support_filter_none(handle)
        unsafe archive_read_support_format_tar(handle)
        #if canImport(Darwin)
            unsafe archive_read_set_options(handle, "!mac-ext")
        #endif
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        return unsafe archive_read_open(
            handle, me, nil,
            { _, me, buffer in
                guard let me = unsafe me, let buffer = unsafe buffer else { return -1 }
                return unsafe Unmanaged<TarReader>.fromOpaque(me).takeUnretainedValue().lend(buffer)
            }, nil)
    }

    /// Lends libarchive the next block, and returns the number of its bytes; -1 when there is none because of a failure.
    private func lend(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> la_ssize_t {
        do throws(ArchiveRefusal) {
            let bytes = try unsafe archive.next()
            unsafe buffer.pointee = UnsafeRawPointer(bytes.baseAddress)
            return bytes.count
        } catch {
            failure = error
            return -1
        }
    }

    private func refusal() -> ArchiveRefusal {
        if let failure { return failure }
        let detail = unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "damaged"
        if detail.contains("Truncated") { return .truncated(length: archive.length) }
        return .damaged(near: max(0, endOffset), detail: detail, after: last)
    }

    private func inLocale<Result>(_ body: () -> Result) -> Result {
        guard let locale = unsafe locale else { return body() }
        let before = unsafe uselocale(locale)
        defer { unsafe uselocale(before) }
        return body()
    }
}

extension TarEntry {
    /// What libarchive made of a header. Its texts are copied.
    fileprivate init(_ entry: OpaquePointer) {
        let path = unsafe archive_entry_pathname(entry)
        let length = unsafe path.map { unsafe strlen($0) } ?? 0
        name =
            unsafe path.map {
                unsafe Array(UnsafeRawBufferPointer(start: $0, count: min(length, Self.nameKept)))
            } ?? []
        nameLength = length
        kind = Self.kind(unsafe archive_entry_filetype(entry))
        isHardLink = unsafe archive_entry_hardlink(entry) != nil
        isSparse = unsafe archive_entry_sparse_count(entry) > 0
        size = unsafe archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
        if kind == .folder, size == nil { size = 0 }
    }

    private static func kind(_ mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        case S_IFCHR: .characterDevice
        case S_IFBLK: .blockDevice
        case S_IFIFO: .fifo
        case S_IFSOCK: .socket
        default: .other
        }
    }
}
