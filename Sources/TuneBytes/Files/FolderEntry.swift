/// One thing in a folder or below it.
public struct FolderEntry: Sendable, Hashable {
    /// What it can be, no link followed.
    public enum Kind: String, Sendable {
        case file, folder, link, pipe, socket, device
        /// The system does not say, or does not let its inside be seen.
        case unreadable
    }

    /// Its path from the folder down, parts joined by `/`; bytes that are not UTF-8 become U+FFFD.
    public var path: String
    /// What it is.
    public var kind: Kind
    /// Its size in bytes, of a file.
    public var size: Int

    /// An entry of that kind; `size` in bytes, of a file.
    public init(path: String, kind: Kind, size: Int = 0) {
        self.path = path
        self.kind = kind
        self.size = size
    }

    /// The last part of the path.
    public var name: String {
        // By bytes: a mark after a `/` makes one Character of the two.
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return String(path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...])
    }
}
