/// The sums of tar headers, which would keep a fuzzer from ever getting past the first one it changes.
enum TarSums {
    /// Puts the sum right in every block that says `ustar`.
    static func putRight(_ tar: inout [UInt8]) {
        for start in stride(from: 0, through: tar.count - 512, by: 512) {
            guard tar[(start + 257)..<(start + 262)].elementsEqual("ustar".utf8) else { continue }
            for index in (start + 148)..<(start + 156) { tar[index] = 0x20 }
            var sum = tar[start..<(start + 512)].reduce(0) { $0 + Int($1) }
            for index in stride(from: start + 153, through: start + 148, by: -1) {
                tar[index] = 0x30 + UInt8(sum % 8)
                sum /= 8
            }
            tar[start + 154] = 0
        }
    }
}
