import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Reading CSV")
struct CSVReadingTests {
    @Test("a byte order mark is no part of the first name, and offsets count it")
    func byteOrderMark() {
        let reading = ReadResult([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n3\n".utf8))
        #expect(reading.columns == ["a", "b"])
        #expect(reading.rows.map(\.start) == [7, 11])
        #expect(reading.defects.map(\.offset) == [12])
    }

    @Test("a quoted newline stays in its field", arguments: ["\n", "\r\n", "\r"])
    func quotedNewline(newline: String) {
        let reading = ReadResult("a,b\n\"x\(newline)y\",2\n3,4\n")
        #expect(reading.usable == [["x\(newline)y", "2"], ["3", "4"]])
        #expect(reading.defects.isEmpty)
    }

    @Test("doubled quotes become one, wherever they stand")
    func doubledQuotes() {
        let reading = ReadResult("a,b\n\"\"\"\",\"\"\"\"\"\"\n\"x\"\"\",\"\"\"x\"\n\"a\"\"b\"\"c\",\"\"\n")
        #expect(reading.usable == [["\"", "\"\""], ["x\"", "\"x"], ["a\"b\"c", ""]])
        #expect(reading.defects.isEmpty)
    }

    @Test("mixed line ends are counted with the first of them")
    func mixedLineEnds() {
        let reading = ReadResult("a,b\n1,2\r\n3,4\n5,6\r\n")
        #expect(reading.usable == [["1", "2"], ["3", "4"], ["5", "6"]])
        #expect(reading.otherLineEnds == 2)
        #expect(reading.firstOtherLineEnd == 7)
        #expect(ReadResult("a,b\r\n\"x\ny\",2\r\n").otherLineEnds == 0)
        #expect(ReadResult("a,b\r\n1,2\n").firstOtherLineEnd == 8)
    }

    @Test("CR ends lines where the file holds no LF")
    func carriageReturns() {
        let reading = ReadResult("a,b\r1,\"x\ry\"\r3\r5,6")
        #expect(reading.columns == ["a", "b"])
        #expect(reading.usable == [["1", "x\ry"], ["5", "6"]])
        #expect(reading.defects == [.init(kind: .tooFewFields(found: 1, expected: 2), offset: 13, line: 4)])
        #expect(reading.lines == 5)
    }

    @Test("a CR alone is text where LF ends lines")
    func loneCarriageReturn() {
        let reading = ReadResult("a,b\nx\ry,2\n3,4\n")
        #expect(reading.usable == [["x\ry", "2"], ["3", "4"]])
    }

    @Test("the last line may lack its line end", arguments: ["1,2", "1,\"2\"", "1,2\n", "1,2\r\n"])
    func finalLineEnd(row: String) {
        let reading = ReadResult("a,b\n\(row)")
        #expect(reading.usable == [["1", "2"]])
        #expect(reading.defects.isEmpty)
        #expect(reading.lines == 2)
    }

    @Test("a CR LF file that ends after its CR ends on a line end")
    func cutLineEnd() {
        let reading = ReadResult("a,b\r\n1,2\r")
        #expect(reading.usable == [["1", "2"]])
        #expect(ReadResult("a,b\r\n1,\"2\"\r").usable == [["1", "2"]])
    }

    @Test("empty lines are counted and are no rows")
    func emptyLines() {
        let reading = ReadResult("\n\na,b\n\n1,2\n\r\n\n3,4\n\n")
        #expect(reading.columns == ["a", "b"])
        #expect(reading.usable == [["1", "2"], ["3", "4"]])
        #expect(reading.emptyLines == 4)
        #expect(reading.firstEmptyLine == 6)
        #expect(reading.rows.map(\.line) == [5, 8])
        #expect(reading.lines == 9)
    }

    @Test("a quoted empty field is a row of a one-column file, an empty line is not")
    func quotedEmptyRow() {
        let reading = ReadResult("text\nfirst\n\"\"\n\nlast\n")
        #expect(reading.usable == [["first"], [""], ["last"]])
        #expect(reading.emptyLines == 1)
        #expect(reading.defects.isEmpty)
    }

    @Test("a one-column file may hold commas only in quotes")
    func oneColumn() {
        let reading = ReadResult("text\nplain\n\"a, b\"\na, b\n")
        #expect(reading.usable == [["plain"], ["a, b"]])
        #expect(reading.defects.map(\.kind) == [.tooManyFields(found: 2, expected: 1, smartQuotes: false)])
    }

    @Test("words that others take for nothing stay text")
    func wordsForNothing() {
        #expect(
            ReadResult("a,b\nNA,None\nnull,NaN\n,\n").usable == [
                ["NA", "None"], ["null", "NaN"], ["", ""],
            ])
    }

    @Test("spaces around names and values are kept")
    func spaces() {
        let reading = ReadResult("a , b\n 1 , 2 \n")
        #expect(reading.columns == ["a ", " b"])
        #expect(reading.usable == [[" 1 ", " 2 "]])
    }

    @Test("a doubled name makes two columns, each with its own position")
    func doubledName() throws {
        let input = try TextInput(memory: Array("a,b,a\n1,2,3\n".utf8), path: "a.csv")
        let columns = try RecordReader(input).columns
        #expect(columns.map(\.name) == ["a", "b", "a"])
        #expect(columns.map(\.position) == [0, 1, 2])
    }

    @Test("a header alone is a file without rows", arguments: ["a,b", "a,b\n", "a,b\r\n", "\"a\",\"b\"\n\n"])
    func headerAlone(text: String) {
        let reading = ReadResult(text)
        #expect(reading.error == nil)
        #expect(reading.columns == ["a", "b"])
        #expect(reading.rows.isEmpty)
    }

    @Test("a header with a quoted newline and doubled quotes names its columns")
    func quotedHeader() {
        let reading = ReadResult("\"a\nb\",\"say \"\"hi\"\"\"\n1,2\n")
        #expect(reading.columns == ["a\nb", "say \"hi\""])
        #expect(reading.rows.map(\.line) == [3])
    }

    @Test(
        "a header longer than what is looked at first is read whole",
        arguments: [200_000, 262_143, 262_144, 900_000])
    func longHeader(size: Int) {
        let name = String(repeating: "n", count: size)
        let reading = ReadResult("a,\"\(name)\",c\n1,2,3\n4,5,6\n")
        #expect(reading.columns == ["a", name, "c"])
        #expect(reading.usable == [["1", "2", "3"], ["4", "5", "6"]])
    }

    @Test("a header that ends where the first look ends is read whole", arguments: -3...3)
    func headerAtProbe(shift: Int) {
        let name = String(repeating: "n", count: 256 * 1024 - 3 + shift)
        let reading = ReadResult("a,\(name)\n1,2\n")
        #expect(reading.columns == ["a", name])
        #expect(reading.usable == [["1", "2"]])
    }

    @Test("a quote left open in the header of a long file is a defect of the header", .timeLimit(.minutes(1)))
    func longOpenHeader() {
        let reading = ReadResult("a,\"b\n" + String(repeating: "1,2\n", count: 100_000))
        #expect(reading.error == nil)
        #expect(reading.headerDefects == [.unterminatedQuote(resume: nil)])
        #expect(reading.records == 0)
    }

    @Test("a field of 20 MB is read like any other")
    func longField() throws {
        let count = 20 << 20
        var bytes = Array("a,b\nq,\"".utf8) + [UInt8](repeating: 0x78, count: count)
        bytes += Array("\"\"\n\"\nlast,row\n".utf8)
        var options = RecordReader.Options()
        options.sliceSize = 1000
        let reader = try RecordReader(try TextInput(memory: bytes, path: "a.csv"), options: options)
        var parser = reader.parser
        var lengths: [[Int]] = []
        while let slice = try reader.nextSlice() {
            parser.forEachRecord(in: slice) { record in
                lengths.append(record.values.indices.map { record.unescape(at: $0).count })
            }
        }
        #expect(lengths == [[1, count + 2], [4, 3]])
    }

    @Test("a record longer than the limit stops the run where it begins")
    func recordLimit() {
        let text = "a,b\n1,2\nx,\"" + String(repeating: "y", count: 5000) + "\"\n"
        let reading = ReadResult(Array(text.utf8), sliceSize: 64) { $0.recordLimit = 1000 }
        #expect(reading.error == .recordTooLong(path: "a.csv", storedOffset: 8, limit: 1000))
        let fits = ReadResult(Array(text.utf8), sliceSize: 64) { $0.recordLimit = 6000 }
        #expect(fits.error == nil)
        #expect(fits.records == 2)
    }

    @Test(
        "nothing but white space is an empty file",
        arguments: ["", "\n", " \r\n\t", String(repeating: "\n", count: 300_000)])
    func emptyFile(text: String) {
        #expect(ReadResult(text).error == .empty(path: "a.csv"))
    }

    @Test("text behind much white space is found")
    func lateText() {
        #expect(ReadResult(String(repeating: "\n", count: 300_000) + "a,b\n1,2\n").usable == [["1", "2"]])
    }

    @Test(
        "a file that holds no text is refused by name",
        arguments: ["PAR1xxxx", "PK\u{3}\u{4}", "%PDF-1.7", "BZh9"])
    func notText(start: String) {
        guard case .notText("a.csv", _) = ReadResult(start).error else {
            Issue.record("read as text")
            return
        }
    }

    @Test("a damaged gzip file stops the run with the reason")
    func damagedFile() {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        bytes += [0xFF, 0xFF, 0xFF]
        guard case .bytes(.gzipDamaged) = ReadResult(bytes).error else {
            Issue.record("read as text")
            return
        }
    }
}
