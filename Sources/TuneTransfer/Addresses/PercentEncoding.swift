internal import TuneText

/// The encoding of bytes in addresses (RFC 3986, section 2.1).
enum PercentEncoding {
    static func encoded(_ byte: UInt8) -> [UInt8] {
        [0x25] + Hexadecimal.text(of: [byte]).uppercased().utf8
    }

    /// One segment of a path: everything but letters, digits and `-._~` is encoded, a slash too.
    static func segment(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += encoded(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text that an encoded one means; a `%` without two digits means itself.
    static func decoded(_ text: some StringProtocol) -> String {
        var (bytes, rest) = ([UInt8](), Array(text.utf8)[...])
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, rest.count >= 2, !digits.hasPrefix("+"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
