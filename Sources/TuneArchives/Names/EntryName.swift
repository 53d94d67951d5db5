/// The name of an archive's entry, as the path it may have below a folder: UTF-8, relative, without `.` and `..`,
/// writable and unambiguous on every common system.
public struct EntryName: Sendable, Equatable {
    /// The parts of the path, none for the folder itself (`./`).
    public let components: [String]

    /// The most bytes of a component; the limit of common file systems.
    static let longestComponent = 255
    /// The most bytes of a path.
    static let longestPath = 1_024
    /// The most components.
    static let deepest = 32

    /// The path, with slashes.
    public var path: String { components.joined(separator: "/") }

    /// The name an archive gives in these bytes; a folder's may end in one slash. Slashes are told by their byte: in
    /// a `String` a mark that joins the slash makes another character of it, and the system still sees a slash.
    public init(_ bytes: [UInt8], isFolder: Bool) throws(NameDefect) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.longestPath + 3 else { throw .tooLong(bytes: bytes.count) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        if let scalar = text.unicodeScalars.first(where: Self.isInvisible) { throw .control(scalar) }
        if bytes[0] == Self.slash { throw .absolute }
        if bytes.contains(0x5C) { throw .backslash }
        if Self.hasDriveLetter(bytes) { throw .driveLetter }
        var rest = bytes[...]
        if rest.starts(with: [0x2E, Self.slash]) { rest = rest.dropFirst(2) }
        if isFolder, rest.last == Self.slash { rest = rest.dropLast() }
        if rest.isEmpty || rest.elementsEqual([0x2E]) {
            guard isFolder else { throw .empty }
            components = []
            return
        }
        if rest.count > Self.longestPath { throw .tooLong(bytes: rest.count) }
        let parts = rest.split(separator: Self.slash, omittingEmptySubsequences: false)
        if parts.count > Self.deepest { throw .tooDeep(folders: parts.count) }
        for part in parts {
            if let fault = Self.fault(part) { throw fault }
        }
        components = parts.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let slash: UInt8 = 0x2F

    private static func fault(_ part: ArraySlice<UInt8>) -> NameDefect? {
        if part.isEmpty { return .emptyComponent }
        if part.elementsEqual([0x2E]) { return .dot }
        if part.elementsEqual([0x2E, 0x2E]) { return .dotDot }
        if part.count > longestComponent { return .longComponent(bytes: part.count) }
        if part.contains(0x3A) { return .colon }
        if part.last == 0x2E || part.last == 0x20 { return .trailingDot }
        let text = String(decoding: part, as: UTF8.self)
        return isReserved(text) ? .reserved(text) : nil
    }

    /// Controls, marks that turn the direction of text, and what is not seen: a name must be what it looks like.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func hasDriveLetter(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0x2E, 0x2F]) ? 2 : 0
        guard bytes.count > start + 1, bytes[start + 1] == 0x3A else { return false }
        return (0x61...0x7A).contains(bytes[start] | 0x20)
    }

    /// Names that are devices on Windows, whatever their ending.
    /// Source: Microsoft, "Naming Files, Paths, and Namespaces", 2026.
    private static func isReserved(_ component: String) -> Bool {
        let stem = component.prefix { $0 != "." && $0 != ":" }.uppercased()
        let name = stem.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(name) { return true }
        guard name.count == 4, name.hasPrefix("COM") || name.hasPrefix("LPT") else { return false }
        return name.last.map { "123456789¹²³".contains($0) } ?? false
    }
}

/// What is wrong with the name of an entry.
public enum NameDefect: Error, Sendable, Equatable {
    /// There is none.
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
    /// A component holds a colon, behind which other systems see another name.
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
