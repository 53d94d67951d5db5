internal import TuneBytes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: bytes are copied into a block of memory that `BlockWriter` lends. Invariants: never more than the
// block's size is written, from its start on, and the block is given back before another is taken.

/// A file in the staging folder, written from front to back.
@safe
final class StagedFile {
    private let path: String
    private let descriptor: Descriptor
    private let writer: BlockWriter
    private var block: UnsafeMutableRawBufferPointer
    private var used = 0

    /// Makes the file `name`, which will have `size` bytes; `path` names it in errors.
    init(_ name: String, in folder: Descriptor, path: String, size: Int) throws(ArchiveRefusal) {
        self.path = path
        descriptor = try Descriptor(name, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL, path: path)
        writer = BlockWriter(descriptor, size: size)
        unsafe block = writer.take()
    }

    /// Adds bytes at the end.
    func append(_ bytes: Span<UInt8>) throws(ArchiveRefusal) {
        var next = 0
        while next < bytes.count {
            let count = unsafe min(bytes.count - next, block.count - used)
            unsafe bytes.extracting(next..<next + count).withUnsafeBytes { piece in
                unsafe UnsafeMutableRawBufferPointer(rebasing: block[used...]).copyMemory(from: piece)
            }
            used += count
            next += count
            if unsafe used == block.count { try flush() }
        }
    }

    /// Returns when all of it is written and, if it is large or the system has no way to sync many files at once, on
    /// the disk.
    func finish() throws(ArchiveRefusal) {
        try flush()
        guard writer.finish() == 0, fchmod(descriptor.number, 0o644) == 0 else {
            throw .last(.write, path: path)
        }
        if writer.isLarge || !StagingFolder.syncsAtOnce, fsync(descriptor.number) != 0 {
            throw .last(.write, path: path)
        }
    }

    private func flush() throws(ArchiveRefusal) {
        guard unsafe writer.give(block, count: used) == 0 else { throw .last(.write, path: path) }
        unsafe block = writer.take()
        used = 0
    }
}
