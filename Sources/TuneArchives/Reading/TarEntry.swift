/// What a tar header says, before anybody believes it.
struct TarEntry: Equatable {
    /// Number of bytes of a name that are kept: more than any that is accepted has.
    static let nameKept = 2_048

    /// What kind of thing it calls itself.
    enum Kind { case file, folder, symbolicLink, characterDevice, blockDevice, fifo, socket, other }

    /// The name's bytes, the first of them when it is long; none when there is no name.
    var name: [UInt8]
    /// Number of bytes of the whole name.
    var nameLength: Int
    var kind: Kind
    /// Whether it names another entry whose content it shares; it may carry data nevertheless.
    var isHardLink = false
    /// Whether it has holes.
    var isSparse = false
    /// The bytes it announces; nil when it does not say.
    var size: Int?

    /// True for a folder, false for a regular file; throws for all else.
    func isFolder() throws(EntryDefect) -> Bool {
        if isHardLink { throw .kind(.hardLink) }
        if isSparse { throw .kind(.sparse) }
        switch kind {
        case .file: return false
        case .folder: return true
        case .symbolicLink: throw .kind(.symbolicLink)
        case .characterDevice: throw .kind(.characterDevice)
        case .blockDevice: throw .kind(.blockDevice)
        case .fifo: throw .kind(.fifo)
        case .socket: throw .kind(.socket)
        case .other: throw .kind(.unknown)
        }
    }
}
