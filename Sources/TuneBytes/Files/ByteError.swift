/// What can be wrong with where bytes come from or go to.
public enum ByteError: Error, Sendable, Equatable {
    /// There is no file of that name.
    case notFound(path: String)
    /// The folder in which a file is to be written does not exist.
    case noFolder(path: String)
    /// The name is a folder.
    case isDirectory(path: String)
    /// The file could not be opened, read, written, flushed or renamed; `reason` is the system's word for it.
    case failed(operation: Operation, path: String, reason: String)
    /// Whoever runs it stopped the reading.
    case stopped(path: String)
    /// The program that reads what is written has gone.
    case closedPipe
    /// The gzip stream ends inside a member. Offsets count bytes from 0: of the file, and of the text so far.
    case gzipTruncated(path: String, compressed: Int, uncompressed: Int)
    /// The gzip stream is damaged or its checksum does not match. Offsets as above.
    case gzipDamaged(path: String, compressed: Int, uncompressed: Int, detail: String)
    /// Bytes that are neither a further member nor padding follow the last gzip member, from this offset on.
    case gzipTrailingBytes(path: String, compressed: Int)

    /// What was being done when the system refused.
    public enum Operation: String, Sendable {
        case open, read, write, rename, start
    }
}
