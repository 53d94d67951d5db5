import Foundation

/// A safetensors file of 32-bit floats: the length of a JSON header, the header, the numbers.
struct Safetensors {
    private var header: [String: JSON] = ["__metadata__": ["format": "pt"]]
    private var numbers: [UInt8] = []

    /// Adds a matrix of small random numbers.
    mutating func add(_ name: String, shape: [Int], random: inout SeededNumbers) {
        let start = numbers.count
        for _ in 0..<shape.reduce(1, *) {
            let bits = Float.random(in: -0.05...0.05, using: &random).bitPattern
            for shift in [0, 8, 16, 24] as [UInt32] {
                numbers.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        header[name] = [
            "dtype": "F32", "shape": .array(shape.map(JSON.integer)),
            "data_offsets": [.integer(start), .integer(numbers.count)],
        ]
    }

    var data: Data {
        var text = JSON.object(header).data
        // The numbers begin at a multiple of eight.
        while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
        let length = UInt64(text.count)
        let prefix = Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) })
        return prefix + text + numbers
    }
}
