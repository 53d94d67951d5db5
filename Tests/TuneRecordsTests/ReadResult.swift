import TuneBytes

@testable import TuneRecords

/// Everything that reading a file brought to light, with locations that do not depend on how it was sliced.
struct ReadResult: Equatable {
    /// One lent record.
    struct Row: Equatable {
        var number: Int
        var line: Int
        var start: Int
        var end: Int
        var values: [Value] = []
        var memberKey: String?
        var isUnreadable = false
        var defects: [Defect] = []

        /// The texts of all values but containers.
        var texts: [String] { values.filter { $0.kind != .object && $0.kind != .array }.map(\.text) }
    }

    struct Value: Equatable {
        var kind: RecordValue.Kind
        var key: String
        var text: String
    }

    /// A defect with its offsets in bytes of the stored file and its physical line.
    struct Defect: Equatable {
        var kind: RecordDefect.Kind
        var offset: Int
        var line: Int
    }

    var rows: [Row] = []
    /// What the reader found behind all records.
    var remainder: [Defect] = []
    var records = 0
    var lines = 0
    var emptyLines = 0
    var firstEmptyLine: Int?
    var otherLineEnds = 0
    var firstOtherLineEnd: Int?
    var columns: [String] = []
    var headerDefects: [RecordDefect.Kind] = []
    var error: RecordError?

    /// The rows that can be used, each as the texts of its values.
    var usable: [[String]] { rows.filter { !$0.isUnreadable }.map(\.texts) }
    /// All defects in order.
    var defects: [Defect] { rows.flatMap(\.defects) + remainder }

    init(
        _ bytes: [UInt8], path: String = "a.csv", sliceSize: Int = 1 << 20, encoding: TextEncoding? = nil,
        trustsQuotes: Bool = true,
        configure: (inout RecordReader.Options) -> Void = { _ in }
    ) {
        do throws(RecordError) {
            try read(bytes, path: path, sliceSize, encoding, trustsQuotes, configure)
        } catch {
            self.error = error
        }
    }

    init(_ text: String, path: String = "a.csv", sliceSize: Int = 1 << 20) {
        self.init(Array(text.utf8), path: path, sliceSize: sliceSize)
    }

    private mutating func read(
        _ bytes: [UInt8], path: String, _ sliceSize: Int, _ encoding: TextEncoding?, _ trustsQuotes: Bool,
        _ configure: (inout RecordReader.Options) -> Void
    ) throws(RecordError) {
        var options = RecordReader.Options()
        options.sliceSize = sliceSize
        configure(&options)
        let reader = try RecordReader(try Self.input(bytes, path, encoding), options: options)
        columns = reader.columns.map(\.name)
        headerDefects = reader.headerDefects.map(\.kind)
        lines = reader.headerLines
        if trustsQuotes {
            try readAll(reader)
        } else {
            while let slice = try reader.nextSlice() {
                var records = SliceRecords(of: slice, by: reader.parser)
                take(&records, reader.format)
                add(records.statistics, of: slice)
            }
        }
    }

    private static func input(
        _ bytes: [UInt8], _ path: String, _ encoding: TextEncoding?
    ) throws(RecordError) -> TextInput {
        do throws(ByteError) {
            return try TextInput(memory: bytes, path: path, encoding: encoding)
        } catch {
            throw .bytes(error)
        }
    }

    private mutating func readAll(_ reader: RecordReader) throws(RecordError) {
        var whole = self
        do {
            try reader.forEachSlice { [before = { whole }] records in
                var reading = before()
                reading.take(&records, reader.format)
                return reading
            } merge: { parsed in
                whole = parsed.outcome
                whole.add(parsed.statistics, of: parsed.slice)
            }
        } catch let error as RecordError {
            throw error
        } catch {
            fatalError("\(error)")
        }
        self = whole
    }

    private mutating func take(_ slice: inout SliceRecords, _ format: RecordFormat) {
        var found: [Row] = []
        var behind: [Defect] = []
        let (recordsBefore, locations) = (
            records, SliceLocations(slice: slice.slice, format: format, linesBefore: lines)
        )
        slice.forEach { record in
            let defects = record.defects.map(locations.located)
            if record.isRemainder {
                behind += defects
            } else {
                found.append(Self.row(&record, defects, locations, recordsBefore))
            }
        }
        rows += found
        remainder += behind
    }

    private mutating func add(_ statistics: SliceStatistics, of slice: FileSlice) {
        if firstEmptyLine == nil { firstEmptyLine = statistics.firstEmptyLine.map(slice.storedOffset(of:)) }
        if firstOtherLineEnd == nil {
            firstOtherLineEnd = statistics.firstOtherLineEnd.map(slice.storedOffset(of:))
        }
        records += statistics.records
        lines += statistics.lines
        emptyLines += statistics.emptyLines
        otherLineEnds += statistics.otherLineEnds
    }

    private static func row(
        _ record: inout Record, _ defects: [Defect], _ locations: SliceLocations, _ before: Int
    ) -> Row {
        var row = Row(
            number: before + record.index + 1, line: locations.line(of: record.start),
            start: locations.slice.storedOffset(of: record.start),
            end: locations.slice.storedOffset(of: record.end),
            isUnreadable: record.isUnreadable, defects: defects)
        for index in record.values.indices {
            record.unescape(at: index)
            let value = record.values[index]
            row.values.append(
                Value(
                    kind: value.kind, key: record.text(record.key(of: index)).text,
                    text: record.text(value.text).text))
        }
        row.memberKey = record.memberKey.map { record.text($0).text }
        return row
    }
}

/// Turns offsets in a slice into offsets and lines of the file.
private struct SliceLocations {
    let slice: FileSlice
    let format: RecordFormat
    let linesBefore: Int

    func line(of offset: Int) -> Int {
        linesBefore + LineCount(format).ends(in: slice.bytes.span.extracting(..<offset)) + 1
    }

    func located(_ defect: RecordDefect) -> ReadResult.Defect {
        ReadResult.Defect(
            kind: located(defect.kind), offset: slice.storedOffset(of: defect.offset),
            line: line(of: defect.offset))
    }

    private func located(_ kind: RecordDefect.Kind) -> RecordDefect.Kind {
        switch kind {
        case .unterminatedQuote(let resume):
            .unterminatedQuote(resume: resume.map(slice.storedOffset(of:)))
        case .textAfterQuote(let opened, let backslash):
            .textAfterQuote(opened: slice.storedOffset(of: opened), backslash: backslash)
        default: kind
        }
    }
}
