import TestSupport
import TuneModels

/// Random safetensors files, and random damage to them.
enum InventedTensors {
    /// A sound file of up to five tensors.
    static func file(_ generator: inout SeededGenerator) -> [UInt8] {
        var entries: [String] = []
        var data: [UInt8] = []
        if Bool.random(using: &generator) { entries.append(#""__metadata__":{"format":"pt","k":"é\u00e9"}"#) }
        for place in 0..<Int.random(in: 0...5, using: &generator) {
            let type = TensorType.allCases.randomElement(using: &generator) ?? .u8
            let shape = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                Int.random(in: 0...4, using: &generator)
            }
            let bits = shape.reduce(type.bits, *)
            guard bits.isMultiple(of: 8) else { continue }
            let range = data.count..<(data.count + bits / 8)
            entries.append(Safetensors.entry("layer.\(place).weight", type.rawValue, shape, range))
            data += generator.bytes(bits / 8)
        }
        entries.shuffle(using: &generator)
        let padding = String(repeating: " ", count: Int.random(in: 0...8, using: &generator))
        return Safetensors.file("{\(entries.joined(separator: ","))}\(padding)", data)
    }

    /// Changes, drops, doubles or adds a few bytes, mostly of the header.
    static func mutate(_ file: inout [UInt8], _ generator: inout SeededGenerator) {
        let words = [
            "0", "9", "-1", "18446744073709551616", "1e3", "null", "[", "{}", "\"", ",", "\\ud800", "\u{0}",
        ]
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !file.isEmpty {
            let place = Int.random(in: 0..<file.count, using: &generator)
            let end = min(file.count, place + Int.random(in: 0...6, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: file[place] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: file.removeSubrange(place..<end)
            case 2: file.insert(contentsOf: file[place..<end], at: place)
            case 3:
                file.replaceSubrange(place..<end, with: (words.randomElement(using: &generator) ?? "").utf8)
            default: file.append(0)
            }
        }
    }
}
