/// Texts in base 64 (RFC 4648), as a login to a proxy is sent.
enum Base64 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            let digits = [18, 12, 6, 0].map { signs[bits >> $0 & 63] }
            output += digits.prefix(group.count + 1) + [UInt8](repeating: 0x3D, count: 3 - group.count)
        }
        return String(decoding: output, as: UTF8.self)
    }
}
