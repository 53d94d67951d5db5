public import TuneBytes

/// Why a file cannot be read as records at all.
public enum RecordError: Error, Sendable, Equatable {
    /// The bytes could not be had.
    case bytes(ByteError)
    /// There is nothing in the file, or white space only.
    case empty(path: String)
    /// The file is of a kind that holds no text: `kind` says which.
    case notText(path: String, kind: String)
    /// A record is longer than the limit. `storedOffset` is where it begins, in bytes from 0.
    case recordTooLong(path: String, storedOffset: Int, limit: Int)
}
