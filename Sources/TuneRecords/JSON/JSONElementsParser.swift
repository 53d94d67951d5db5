import TuneBytes

/// The elements of one JSON array, or the members of one JSON object, as records.
struct JSONElementsParser: ~Copyable {
    let isObject: Bool
    private var json = JSONParser()

    init(isObject: Bool) {
        self.isObject = isObject
    }

    mutating func forEachRecord(
        in slice: FileSlice, _ statistics: inout SliceStatistics, _ body: (inout Record) -> Void
    ) {
        let bytes = slice.bytes.span
        var record = Record(slice: slice, hasFields: false)
        var utf8 = UTF8Check(slice)
        var scanner = ElementScanner(isObject: isObject, isAtLineStart: slice.column == 0)
        var position = 0
        var comma: Int?
        var isClosed = false
        statistics.lines = LineCount(isObject ? .jsonObject : .jsonArray).lines(in: slice)
        while !isClosed {
            let start = JSONParser.skipSpace(bytes, position)
            guard start < bytes.count else { break }
            let event = scanner.next(in: bytes, &position)
            isClosed = event == .end
            let limit = event == nil ? bytes.count : event == .line ? position : position - 1
            if limit == start, isClosed { break }
            comma = event == .comma ? limit : nil
            record.begin(at: start, index: statistics.records)
            let isCut = event == nil && slice.endsFile
            record.end = Self.end(
                of: bytes, from: start, upTo: limit, isBroken: event == .line || event == nil && !isCut)
            parseElement(bytes.extracting(0..<record.end), isCut: isCut, of: &record)
            utf8.check(&record)
            body(&record)
            statistics.records += 1
        }
        guard slice.endsFile else { return }
        record.begin(at: bytes.count, index: statistics.records)
        record.isRemainder = true
        judgeEnd(bytes, comma: comma, closed: isClosed ? position : nil, of: &record)
        if !record.defects.isEmpty { body(&record) }
    }

    private mutating func parseElement(_ element: Span<UInt8>, isCut: Bool, of record: inout Record) {
        do throws(JSONParser.Stop) {
            var start = record.start
            if isObject { start = try memberKey(element, of: &record) }
            let end = JSONParser.skipSpace(element, try json.parse(element, from: start, into: &record))
            if end < element.count {
                record.add(.invalidJSON(.commaExpected), at: end)
            } else if record.values[0].kind != .object {
                record.add(.notAnObject(record.values[0].kind), at: Int(record.values[0].start))
            }
        } catch {
            if case .truncatedJSON = error.kind, !isCut {
                record.add(.invalidJSON(.commaExpected), at: record.end)
            } else {
                record.add(error.kind, at: error.offset)
            }
        }
    }

    /// Reads the key before a member's value; returns the offset after the colon.
    private func memberKey(_ element: Span<UInt8>, of record: inout Record) throws(JSONParser.Stop) -> Int {
        guard record.start < element.count, element[record.start] == UInt8(ascii: "\"") else {
            let isSingle = record.start < element.count && element[record.start] == UInt8(ascii: "'")
            throw JSONParser.Stop(
                kind: .invalidJSON(isSingle ? .singleQuote : .keyExpected), offset: record.start)
        }
        let (text, end) = try JSONString.scan(element, at: record.start, in: &record)
        let colon = JSONParser.skipSpace(element, end)
        guard colon < element.count, element[colon] == UInt8(ascii: ":") else {
            throw JSONParser.Stop(kind: .invalidJSON(.colonExpected), offset: colon)
        }
        record.memberKey = text
        return colon + 1
    }

    /// What is wrong after the last element: a comma before the end, text after it, no end at all. `closed`
    /// is the offset after the bracket that closes the container.
    private func judgeEnd(_ bytes: Span<UInt8>, comma: Int?, closed: Int?, of record: inout Record) {
        guard let closed else {
            let opened = UInt8(ascii: isObject ? "{" : "[")
            return record.add(.truncatedJSON(opened: opened), at: bytes.count, to: bytes.count)
        }
        if let comma { record.add(.invalidJSON(.trailingComma), at: comma) }
        let rest = JSONParser.skipSpace(bytes, closed)
        if rest < bytes.count { record.add(.severalValues, at: rest) }
    }

    /// The end of an element without white space, and of a broken one without the comma after it.
    private static func end(of bytes: Span<UInt8>, from start: Int, upTo limit: Int, isBroken: Bool) -> Int {
        let end = JSONParser.endWithoutSpace(bytes, from: start, upTo: limit)
        guard isBroken, end > start, bytes[end - 1] == UInt8(ascii: ",") else { return end }
        return JSONParser.endWithoutSpace(bytes, from: start, upTo: end - 1)
    }
}
