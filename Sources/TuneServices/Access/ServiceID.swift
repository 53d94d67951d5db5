import TuneText

/// The ids a service gives to things.
public enum ServiceID {
    /// Whether a text can be part of an address as it is.
    public static func isOne(_ text: String) -> Bool {
        AddressWord.isOne(text)
    }

    /// Whether a text has the form of a UUID.
    public static func isUUID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12] else { return false }
        return parts.joined().allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
    }
}
