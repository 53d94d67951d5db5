import Foundation

/// A tar archive of regular files (POSIX ustar), without owners or times.
struct Tar {
    private var data = Data()

    /// Adds a file.
    mutating func add(_ name: String, content: Data) {
        data.append(Tar.header(name, size: content.count))
        data.append(content)
        data.append(Data(count: (512 - content.count % 512) % 512))
    }

    /// The archive with the two empty blocks that end it.
    var finished: Data { data + Data(count: 1024) }

    private static func header(_ name: String, size: Int) -> Data {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, at: 0)
        put("0000644\u{0}", at: 100)
        put("0000000\u{0}", at: 108)
        put("0000000\u{0}", at: 116)
        put(octal(size, digits: 11) + "\u{0}", at: 124)
        put("00000000000\u{0}", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(octal(sum, digits: 6) + "\u{0} ", at: 148)
        return Data(block)
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
