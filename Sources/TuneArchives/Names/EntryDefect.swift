/// Why an entry of an archive is not unpacked.
public enum EntryDefect: Error, Sendable, Equatable {
    /// The path it would have cannot be one.
    case name(NameDefect)
    /// It is neither a file nor a folder, but this.
    case kind(Kind)
    /// A folder that carries data.
    case folderWithData(bytes: Int)
    /// It does not say its size, or a negative one.
    case noSize
    /// An entry of the same name came before.
    case duplicate
    /// An entry before has the same name on systems that do not tell case or accents' spellings apart.
    case collides(with: String)
    /// What was a file is to be a folder, or the other way round.
    case changesKind
    /// It lies below what is a file.
    case belowFile(String)
    /// One entry more than allowed, folders that are only implied included.
    case tooMany(limit: Int)
    /// The files have more bytes than allowed.
    case tooLarge(total: Int, limit: Int)
    /// The files have more bytes than the disk has room for.
    case noRoom(total: Int, free: Int)

    /// What an entry can be besides a file and a folder.
    public enum Kind: String, Sendable {
        case symbolicLink = "a symbolic link"
        case hardLink = "a hard link"
        case characterDevice = "a character device"
        case blockDevice = "a block device"
        case fifo = "a FIFO"
        case socket = "a socket"
        case sparse = "a sparse file"
        case unknown = "of an unknown kind"
    }
}
