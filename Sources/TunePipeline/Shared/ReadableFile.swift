import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules

/// A file that has been opened and whose layout is known, ready to be read.
struct ReadableFile {
    let path: String
    let reader: RecordReader
    let layout: any Layout

    /// What the rules know of the file before its records are read.
    func opened(as role: FileRole) -> OpenedFile {
        OpenedFile(path: path, role: role, reader: reader, layout: layout)
    }

    /// How far the file has been read, `records` of it having been taken.
    func progress(records: Int) -> Progress {
        Progress(
            path: path, bytes: reader.input.storedPosition, size: reader.input.storedSize, records: records)
    }

    /// The stored file's size in bytes; for a stream, what has been read so far.
    var bytes: Int { reader.input.storedSize ?? reader.input.storedPosition }
}
