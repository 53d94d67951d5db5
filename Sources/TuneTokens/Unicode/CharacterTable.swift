/// What counting asks about a scalar, in one byte each: 1.1 MB, built once per process from `UnicodeTables`.
struct CharacterTable: Sendable {
    static let shared = CharacterTable()

    /// The bits that hold a `CharacterClass`.
    static let classMask: UInt8 = 0x07
    /// Set when NFC may move the scalar, take it apart, or join it to what comes before.
    static let composing: UInt8 = 0x08
    /// Set for what Python's `str.strip()` takes away: White_Space and U+001C to U+001F.
    static let blank: UInt8 = 0x10

    /// The bits of every scalar, by its value; 0x110000 bytes.
    let flags: [UInt8]

    private init() {
        var flags = [UInt8](repeating: CharacterClass.other.rawValue, count: 0x110000)
        Self.fill(UnicodeTables.letters, with: CharacterClass.letter.rawValue, in: &flags)
        Self.fill(UnicodeTables.numbers, with: CharacterClass.number.rawValue, in: &flags)
        for scalar in UnicodeTables.whiteSpace {
            flags[Int(scalar)] = CharacterClass.space.rawValue | Self.blank
        }
        for lineEnd in [0x0A, 0x0D] { flags[lineEnd] = CharacterClass.lineEnd.rawValue | Self.blank }
        for separator in 0x1C...0x1F { flags[separator] |= Self.blank }
        let tables = CompositionTables.shared
        for scalar in tables.concerned { flags[Int(scalar)] |= Self.composing }
        self.flags = flags
    }

    /// The class of a scalar.
    func characterClass(of scalar: UInt32) -> CharacterClass {
        CharacterClass(rawValue: flags[Int(scalar)] & Self.classMask) ?? .other
    }

    private static func fill(_ ranges: [UInt32], with value: UInt8, in flags: inout [UInt8]) {
        for index in stride(from: 0, to: ranges.count, by: 2) {
            for scalar in Int(ranges[index])...Int(ranges[index + 1]) { flags[scalar] = value }
        }
    }
}
