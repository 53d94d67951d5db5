/// A text in which `▸` marks offsets; the marks do not belong to it.
struct MarkedText {
    let bytes: [UInt8]
    /// The marked offsets.
    let offsets: [Int]

    init(_ text: String) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar == "▸" { offsets.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
        }
        self.bytes = bytes
        self.offsets = offsets
    }
}
