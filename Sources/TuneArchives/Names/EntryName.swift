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
    ///
    /// Slashes are told by their byte: in a `String` a mark that joins the slash makes another character of it, and the
    /// system still sees a slash.
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
            if let defect = Self.defect(of: part) { throw defect }
        }
        components = parts.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let slash: UInt8 = 0x2F

    private static func defect(of part: ArraySlice<UInt8>) -> NameDefect? {
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
