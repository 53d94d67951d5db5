import TuneBytes

/// One JSON object per line. A line that breaks off inside a value takes the lines after it along that begin
/// no object.
struct JSONLinesParser: ~Copyable {
    private var json = JSONParser()
    private var line = JSONParser(endsAtLine: true)

    mutating func forEachRecord(
        in slice: FileSlice, _ statistics: inout SliceStatistics, _ body: (inout Record) -> Void
    ) {
        let bytes = slice.bytes.span
        var record = Record(slice: slice, hasFields: false)
        var utf8 = UTF8Check(slice)
        var position = 0
        while position < bytes.count {
            if let next = parseObject(bytes, from: position, into: &record, index: statistics.records) {
                position = next
                utf8.check(&record)
                body(&record)
                statistics.records += 1
                continue
            }
            let lineEnd = bytes.firstOffset(of: 0x0A, from: position) ?? bytes.count
            let start = JSONParser.skipSpace(bytes.extracting(0..<lineEnd), position)
            if start == lineEnd {
                statistics.noteEmptyLine(at: position)
                position = lineEnd + 1
                continue
            }
            record.begin(at: start, index: statistics.records)
            record.end = JSONParser.endWithoutSpace(bytes, from: start, upTo: lineEnd)
            position = lineEnd + 1
            if let next = parseLine(bytes, to: lineEnd, of: &record) { position = next }
            utf8.check(&record)
            body(&record)
            statistics.records += 1
        }
        statistics.lines = LineCount(.jsonLines).lines(in: slice)
    }

    /// Parses a line that holds one object and nothing else, without looking for its end first; returns where the
    /// next line begins, nil for every other line.
    private mutating func parseObject(
        _ bytes: Span<UInt8>, from start: Int, into record: inout Record, index: Int
    ) -> Int? {
        let first = JSONParser.skipBlanks(bytes, start)
        guard first < bytes.count, bytes[first] == UInt8(ascii: "{") else { return nil }
        record.begin(at: first, index: index)
        guard let end = try? line.parse(bytes, from: first, into: &record) else { return nil }
        let lineEnd = JSONParser.skipBlanks(bytes, end)
        guard lineEnd == bytes.count || bytes[lineEnd] == 0x0A else { return nil }
        record.end = end
        return lineEnd + 1
    }

    /// Parses one line; when it breaks off inside a value and lines follow that begin no object, returns
    /// where the next one that does begins.
    private mutating func parseLine(_ bytes: Span<UInt8>, to lineEnd: Int, of record: inout Record) -> Int? {
        let line = bytes.extracting(0..<record.end)
        do throws(JSONParser.Stop) {
            let end = JSONParser.skipSpace(line, try json.parse(line, from: record.start, into: &record))
            if end < line.count {
                record.add(.severalValues, at: end)
            } else if record.values[0].kind != .object {
                record.add(.notAnObject(record.values[0].kind), at: record.start)
            }
            return nil
        } catch {
            guard case .truncatedJSON(let opened) = error.kind else {
                record.add(error.kind, at: error.offset)
                return nil
            }
            let next = Self.nextObject(bytes, from: min(lineEnd + 1, bytes.count))
            let takesAlong = !bytes.extracting(min(lineEnd + 1, bytes.count)..<next).isBlank
            if !takesAlong {
                record.add(error.kind, at: error.offset)
                return nil
            }
            if opened == UInt8(ascii: "\"") {
                record.add(.controlCharacter(byte: 0x0A), at: lineEnd)
            } else {
                record.add(.valueSpansLines, at: record.end)
            }
            return next
        }
    }

    /// The start of the first line at or after `start` that begins an object.
    private static func nextObject(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count, !LineCutter.beginsObject(bytes, at: position) {
            guard let lineEnd = bytes.firstOffset(of: 0x0A, from: position) else { return bytes.count }
            position = lineEnd + 1
        }
        return min(position, bytes.count)
    }
}
