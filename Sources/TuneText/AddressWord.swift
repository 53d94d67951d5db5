/// A word that can be a part of an address as it is, as the ids of services are.
package enum AddressWord {
    /// Whether a text is one: ASCII letters, digits, hyphens, full stops and underscores, and neither `.` nor `..`.
    package static func isOne(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}
