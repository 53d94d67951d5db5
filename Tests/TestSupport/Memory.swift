public import TunePipeline
import TuneRecords

/// Source files that are in memory alone.
public enum Memory {
    /// The file called `name` that holds `bytes`, read in slices of `sliceSize` bytes.
    public static func file(_ name: String, _ bytes: [UInt8], sliceSize: Int? = nil) -> SourceFile {
        var file = SourceFile(path: name)
        file.memory = bytes
        if let sliceSize { file.reading.sliceSize = sliceSize }
        return file
    }

    /// The file called `name` that holds `text`, read in slices of `sliceSize` bytes.
    public static func file(_ name: String, _ text: String, sliceSize: Int? = nil) -> SourceFile {
        Self.file(name, Array(text.utf8), sliceSize: sliceSize)
    }
}
