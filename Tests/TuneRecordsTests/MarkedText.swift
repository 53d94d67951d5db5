/// A text in which `▸` marks places; the marks do not belong to it.
struct MarkedText {
    let bytes: [UInt8]
    /// The marked places, as bytes from 0.
    let places: [Int]

    init(_ text: String) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar == "▸" { places.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
        }
        self.bytes = bytes
        self.places = places
    }
}
