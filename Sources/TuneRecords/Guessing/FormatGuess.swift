import TuneBytes

/// Finds a file's format from its name and its first bytes.
enum FormatGuess {
    /// The format of the text that begins with `start`; `path` decides where the content allows several.
    static func format(of start: FileSlice, path: String) -> RecordFormat {
        let bytes = start.bytes.span
        let first = JSONParser.skipSpace(bytes, 0)
        let ending = fileEnding(of: path)
        let isOfficial = ["csv", "tsv", "tab", "psv"].contains(ending)
        guard first < bytes.count, !isOfficial else { return .csv(DialectGuess.dialect(of: start)) }
        switch bytes[first] {
        case UInt8(ascii: "["):
            let isLine = ["jsonl", "ndjson"].contains(ending) && isFollowedByObjectLine(bytes, from: first)
            return isLine ? .jsonLines : .jsonArray
        case UInt8(ascii: "{"):
            if ["jsonl", "ndjson"].contains(ending) { return .jsonLines }
            return holdsMembers(start, ending) ? .jsonObject : .jsonLines
        default:
            let isJSON = ["jsonl", "ndjson", "json"].contains(ending)
            return isJSON ? .jsonLines : .csv(DialectGuess.dialect(of: start))
        }
    }

    /// The ending of a file's name in lower case, without the one that says how it is compressed.
    static func fileEnding(of path: String) -> String {
        var parts = path.split(separator: "/").last?.split(separator: ".").map { $0.lowercased() } ?? []
        if let last = parts.last, ["gz", "gzip"].contains(last) { parts.removeLast() }
        return parts.count > 1 ? parts[parts.count - 1] : ""
    }

    /// True when the line at `start` closes its own list and the next one begins an object: a stray list among lines.
    private static func isFollowedByObjectLine(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        guard let lineEnd = bytes.firstOffset(of: 0x0A, from: start) else { return false }
        var last = lineEnd
        while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x0D || bytes[last - 1] == 0x09 {
            last -= 1
        }
        return bytes[last - 1] == UInt8(ascii: "]") && LineCutter.beginsObject(bytes, at: lineEnd + 1)
    }

    /// True when the text is one object whose members are the records, rather than one record per line.
    private static func holdsMembers(_ start: FileSlice, _ ending: String) -> Bool {
        let bytes = start.bytes.span
        let brace = JSONParser.skipSpace(bytes, 0)
        if let lineEnd = bytes.firstOffset(of: 0x0A, from: brace) {
            var record = Record(slice: start, hasFields: false)
            var parser = JSONParser()
            let line = bytes.extracting(0..<lineEnd)
            if let end = try? parser.parse(line, from: brace, into: &record),
                JSONParser.skipSpace(line, end) == line.count
            {
                let isAll = JSONParser.skipSpace(bytes, lineEnd) == bytes.count
                return isAll && ending == "json" && firstMemberIsObject(bytes, after: brace)
            }
        }
        return firstMemberIsObject(bytes, after: brace)
    }

    private static func firstMemberIsObject(_ bytes: Span<UInt8>, after brace: Int) -> Bool {
        let key = JSONParser.skipSpace(bytes, brace + 1)
        guard key < bytes.count, bytes[key] == UInt8(ascii: "\"") else { return false }
        var record = Record(slice: FileSlice(bytes: []), hasFields: false)
        guard let (_, end) = try? JSONString.scan(bytes, at: key, in: &record) else { return false }
        let colon = JSONParser.skipSpace(bytes, end)
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return false }
        let value = JSONParser.skipSpace(bytes, colon + 1)
        return value < bytes.count && bytes[value] == UInt8(ascii: "{")
    }
}
