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
