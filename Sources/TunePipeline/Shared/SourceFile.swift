public import TuneBytes
public import TuneExamples
public import TuneRecords
import TuneText

/// A file to be read, with what the user said about it.
public struct SourceFile: Sendable {
    /// The path; `-` is standard input.
    public var path: String
    /// The bytes themselves, for files that are in memory.
    public var memory: [UInt8]?
    /// The options of reading.
    public var reading = RecordReader.Options()
    /// The encoding; nil to find it.
    public var encoding: TextEncoding?
    /// The layout, as far as the user said.
    public var layout = LayoutChoice()
    /// Asked now and then while the file is read whether the run is to stop (``RunError/isStopped``). Nil where
    /// nobody stops runs.
    public var cancellation: Cancellation?

    /// The file at `path`.
    public init(path: String) {
        self.path = path
    }

    /// The flags that say of this file what the user said, ready to be pasted.
    var flags: String {
        var flags: [String] = []
        if let format = reading.format { flags += ["--read-as", format.rawValue] }
        if let encoding { flags += ["--encoding", encoding.rawValue] }
        if let name = layout.layout { flags += ["--layout", name.rawValue] }
        if let prompt = layout.prompt { flags += ["--prompt", ShellWord.quoted(prompt)] }
        if let answer = layout.answer { flags += ["--answer", ShellWord.quoted(answer)] }
        return flags.joined(separator: " ")
    }

    /// Opens the file and settles its format; up to `workers` threads inflate it.
    func reader(workers: Int) throws -> RecordReader {
        let input =
            try memory.map { try TextInput(memory: $0, path: path, encoding: encoding) }
            ?? TextInput(path: path, encoding: encoding, workers: workers, cancellation: cancellation)
        return try RecordReader(input, options: reading)
    }

    /// Opens the file and settles its format and layout; up to `workers` threads inflate it.
    func open(workers: Int) throws -> ReadableFile {
        let reader = try reader(workers: workers)
        let layout = try layout.layout(for: reader.columns, isCSV: reader.format.dialect != nil)
        return ReadableFile(path: path, reader: reader, layout: layout)
    }

    /// True when the file can be read more than once.
    var isReadableTwice: Bool { memory != nil || path != FileInput.standardInputName }
}
