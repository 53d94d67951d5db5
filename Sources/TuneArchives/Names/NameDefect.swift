/// What is wrong with the name of an entry.
public enum NameDefect: Error, Sendable, Equatable {
    /// There is no name.
    case empty
    /// The bytes are not UTF-8.
    case notUTF8
    /// It holds a control character, or one that is not seen or turns the direction of text.
    case control(Unicode.Scalar)
    /// It begins at the root.
    case absolute
    /// It holds a backslash, which is a separator elsewhere.
    case backslash
    /// It begins with a drive's letter.
    case driveLetter
    /// A component holds a colon, after which other systems see another name.
    case colon
    /// A component ends in a dot or a blank, which other systems leave out.
    case trailingDot
    /// A component is `..`.
    case dotDot
    /// A component is `.`.
    case dot
    /// A component is empty.
    case emptyComponent
    /// A component is the name of a device on Windows.
    case reserved(String)
    /// A component is longer than file systems allow.
    case longComponent(bytes: Int)
    /// The path is too long.
    case tooLong(bytes: Int)
    /// The path has too many components.
    case tooDeep(folders: Int)
}
