import TuneBytes
import TunePipeline
import TuneTransfer

/// Which files of a data set have been brought so far; kept beside them as JSON until all are here, so that a later run
/// can continue.
struct DatasetPart {
    private let path: String
    private var brought: [Entry] = []

    private struct Entry: Equatable {
        var file: String
        var sha256: String
    }

    private static let schema = "tuneprep.dataset-part/1"
    private static let longest = 1 << 20

    /// What an earlier run has noted in the folder, the current one if `folder` is nil.
    init(of dataset: String, in folder: String?) {
        path = (folder.map { $0 + "/" } ?? "") + "\(dataset).dataset.part.json"
        guard let input = try? FileInput(path: path) else { return }
        var bytes: [UInt8] = []
        while bytes.count < Self.longest, let got = try? input.read(1 << 16, into: &bytes), got > 0 {}
        brought = (try? Self.entries(bytes)) ?? []
    }

    /// What is at `path` if it is the file that was brought there; hashes it.
    func contents(of file: String, at path: String) throws -> FileUpload.Contents? {
        guard let entry = brought.first(where: { $0.file == file }), FileStatus.isFile(path) else {
            return nil
        }
        let contents = try FileDigest.contents(of: path)
        return contents.sha256 == entry.sha256 ? contents : nil
    }

    /// Notes that a file was brought.
    mutating func add(_ file: String, sha256: String) throws {
        brought.append(Entry(file: file, sha256: sha256))
        let output = try AtomicFile(path: path)
        try output.write(Array((json.rendered(.line) + "\n").utf8))
        try output.commit()
    }

    /// Forgets all, once everything is here.
    func remove() {
        AtomicFile.remove(path)
    }

    private var json: JSON {
        .object([
            ("schema", .text(Self.schema)),
            (
                "files",
                .array(
                    brought.map {
                        .object([("id", .text($0.file)), ("sha256", .text($0.sha256))])
                    })
            ),
        ])
    }

    private static func entries(_ bytes: [UInt8]) throws(JSONReaderError) -> [Entry] {
        var entries: [Entry] = []
        let span = bytes.span
        var json = try JSONReader(span)
        try json.enterObject()
        while let key = try json.nextKey() {
            guard key == "files" else {
                try json.skip()
                continue
            }
            try json.enterArray()
            while try json.nextElement() {
                var entry = Entry(file: "", sha256: "")
                try json.enterObject()
                while let key = try json.nextKey() {
                    switch key {
                    case "id": entry.file = try json.string()
                    case "sha256": entry.sha256 = try json.string()
                    default: try json.skip()
                    }
                }
                entries.append(entry)
            }
        }
        return entries
    }
}
