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

    /// The name an archive gives in these bytes; a folder's may end in one slash.
    public init(_ bytes: [UInt8], isFolder: Bool) throws(NameFault) {
        guard !bytes.isEmpty else { throw .empty }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        if let scalar = text.unicodeScalars.first(where: Self.isInvisible) { throw .control(scalar) }
        if bytes[0] == 0x2F { throw .absolute }
        if bytes.contains(0x5C) { throw .backslash }
        if Self.hasDriveLetter(bytes) { throw .driveLetter }
        var rest = text[...]
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        if isFolder, rest.hasSuffix("/") { rest = rest.dropLast() }
        if rest.isEmpty || rest == "." {
            guard isFolder else { throw .empty }
            components = []
            return
        }
        components = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let fault = Self.fault(components) { throw fault }
    }

    private static func fault(_ components: [String]) -> NameFault? {
        let length = components.reduce(components.count - 1) { $0 + $1.utf8.count }
        if length > longestPath { return .tooLong(bytes: length) }
        if components.count > deepest { return .tooDeep(folders: components.count) }
        for component in components {
            switch component {
            case "": return .emptyComponent
            case ".": return .dot
            case "..": return .dotDot
            default: break
            }
            if component.utf8.count > longestComponent { return .longComponent(bytes: component.utf8.count) }
            if isReserved(component) { return .reserved(component) }
        }
        return nil
    }

    /// Controls, and marks that turn the direction of text: a name must be what it looks like.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
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
public enum NameFault: Error, Sendable, Equatable {
    /// There is none.
    case empty
    /// The bytes are not UTF-8.
    case notUTF8
    /// It holds a control character, or one that turns the direction of text.
    case control(Unicode.Scalar)
    /// It begins at the root.
    case absolute
    /// It holds a backslash, which is a separator elsewhere.
    case backslash
    /// It begins with a drive's letter.
    case driveLetter
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
