public import TuneBytes

/// Why an archive is not unpacked. Offsets count bytes from 0.
public enum ArchiveRefusal: Error, Sendable, Equatable {
    /// The archive could not be read, or its gzip layer is cut off or damaged.
    case source(ByteError)
    /// There is not a byte in it.
    case empty
    /// It is something else; the beginning of it.
    case notAnArchive(ArchiveKind, opening: [UInt8])
    /// What is inside the gzip layer is not tar; the beginning of it.
    case notTar(ArchiveKind, opening: [UInt8])
    /// The tar inside ends early; the number of its bytes that are there.
    case truncated(length: Int)
    /// The tar layer is damaged near this byte of it; `detail` is libarchive's text, `after` the entry before.
    case damaged(near: Int, detail: String, after: String?)
    /// An entry that is not unpacked. Its name's bytes, and its number, counted from 1.
    case entry(name: [UInt8], number: Int, EntryDefect)
    /// `stored` bytes become `text` bytes, more than `limit` to 1: it can only be meant to fill the disk.
    case bomb(stored: Int, text: Int, limit: Int)
    /// There is no file in it.
    case nothingInside
    /// Something follows the end of the tar.
    case hidden(at: Int)
    /// The folder to unpack into has a name that cannot be one.
    case badTarget(String)
    /// The folder's name is too long for those it needs beside it.
    case longTarget(String)
    /// Something has the target's path already.
    case exists(String)
    /// The target is to be replaced, and is no folder.
    case notAFolder(String)
    /// Another process unpacks to the same folder; the path of its lock, and who holds it.
    case inUse(target: String, lock: String, by: FileLock.Owner?)
    /// The file system refused to open, write or rename something.
    case disk(ByteError)
    /// The folder could not be verified before it got its name; why, in words for people.
    case unverified(String)
    /// The run was stopped from outside.
    case interrupted
}
