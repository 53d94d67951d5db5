public import TuneBytes
public import TuneExamples
public import TuneRecords
import TuneRules
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
    /// Asked now and then while the file is read; true stops the run that reads it (``Complaint/isStopped``). Nil where
    /// nobody stops runs.
    public var isStopped: (@Sendable () -> Bool)?

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

    /// Opens the file and settles its format and layout; up to `workers` threads inflate it.
    func open(workers: Int) throws -> OpenFile {
        let input =
            try memory.map { try TextInput(memory: $0, path: path, encoding: encoding) }
            ?? TextInput(path: path, encoding: encoding, workers: workers, isStopped: isStopped)
        let reader = try RecordReader(input, options: reading)
        let layout = try layout.layout(for: reader.columns, isCSV: reader.format.dialect != nil)
        return OpenFile(path: path, reader: reader, layout: layout)
    }
}

/// A file that has been opened, with its layout.
struct OpenFile {
    let path: String
    let reader: RecordReader
    let layout: any Layout

    func facts(role: FileRole) -> FileFacts {
        FileFacts(
            path: path, role: role, reader: reader, layout: layout.name, columnsRead: layout.columns,
            hasPrompt: layout.hasPrompt)
    }
}
