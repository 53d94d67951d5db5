import TuneBytes
import TuneExamples
import TuneRecords

/// Reads and writes examples in memory.
enum Memory {
    static func reader(
        _ bytes: [UInt8], _ path: String, sliceSize: Int? = nil
    ) throws -> RecordReader {
        var options = RecordReader.Options()
        if let sliceSize { options.sliceSize = sliceSize }
        let input = try TextInput(memory: bytes, path: path, encoding: .utf8)
        return try RecordReader(input, options: options)
    }

    /// The examples of a file, by the layout that follows from `choice`.
    static func examples(
        in text: String, _ path: String = "train.jsonl", _ choice: LayoutChoice = LayoutChoice(),
        sliceSize: Int? = nil
    ) throws -> [ReadExample] {
        let reader = try reader(Array(text.utf8), path, sliceSize: sliceSize)
        let layout = try choice.layout(for: reader.columns, isCSV: reader.format.dialect != nil)
        return try examples(in: reader, layout)
    }

    /// The examples of a file, by `layout`.
    static func examples(in text: String, _ path: String = "train.jsonl", by layout: any Layout) throws
        -> [ReadExample]
    {
        try examples(in: reader(Array(text.utf8), path), layout)
    }

    private static func examples(in reader: RecordReader, _ layout: any Layout) throws -> [ReadExample] {
        var seen: [ReadExample] = []
        try forEachExample(in: reader, layout) { example, record in
            seen.append(Self.seen(example, record))
        }
        return seen
    }

    /// What `writer` makes of a file, its header included, and what it refused.
    static func written(
        _ text: String, _ path: String = "train.jsonl", by writer: ExampleWriter, sliceSize: Int? = nil
    ) throws -> (text: String, refusals: [ExampleWriter.Refusal]) {
        let reader = try reader(Array(text.utf8), path, sliceSize: sliceSize)
        let layout = try LayoutChoice().layout(for: reader.columns, isCSV: reader.format.dialect != nil)
        var output = writer.header
        var refusals: [ExampleWriter.Refusal] = []
        try forEachExample(in: reader, layout) { example, record in
            do throws(ExampleWriter.Refusal) {
                try writer.append(example, of: &record, to: &output)
            } catch {
                refusals.append(error)
            }
        }
        return (String(decoding: output, as: UTF8.self), refusals)
    }

    private static func forEachExample(
        in reader: RecordReader, _ layout: any Layout, _ body: (inout Example, inout Record) -> Void
    ) throws {
        var parser = reader.parser
        var example = Example()
        while let slice = try reader.nextSlice() {
            parser.forEachRecord(in: slice) { record in
                guard !record.isUnreadable else { return }
                example.reset()
                layout.read(&record, into: &example)
                body(&example, &record)
            }
        }
    }

    private static func seen(_ example: Example, _ record: borrowing Record) -> ReadExample {
        var seen = ReadExample()
        seen.kind = example.kind
        seen.roles = example.messages.map(\.role)
        for message in example.messages { seen.texts.append(record.text(message.text).text) }
        seen.defects = example.defects.map(\.kind)
        for defect in example.defects {
            seen.defectiveValues.append(defect.value.map { record.values[$0].kind })
        }
        if let identity = example.identity { seen.identity = record.text(identity).text }
        if let stratum = example.stratum { seen.stratum = record.text(stratum).text }
        if let prompt = example.prompt { seen.prompt = record.text(prompt.text).text }
        if let answer = example.answer { seen.answer = record.text(answer.text).text }
        seen.isUnusable = example.isUnusable
        return seen
    }
}
