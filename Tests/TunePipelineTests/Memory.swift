import TunePipeline
import TuneRecords

/// Files that are nowhere but in memory.
enum Memory {
    static func file(_ name: String, _ bytes: [UInt8], sliceSize: Int? = nil) -> SourceFile {
        var file = SourceFile(path: name)
        file.memory = bytes
        if let sliceSize { file.reading.sliceSize = sliceSize }
        return file
    }

    static func file(_ name: String, _ text: String, sliceSize: Int? = nil) -> SourceFile {
        Self.file(name, Array(text.utf8), sliceSize: sliceSize)
    }
}

/// SplitMix64: random data that can be made again from its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
