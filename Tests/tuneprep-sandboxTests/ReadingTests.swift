import Foundation
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Reading what is sent")
struct ReadingTests {
    @Test("a form gives back what was put in, whatever its bytes")
    func forms() throws {
        var (random, seed) = SeededGenerator.fresh()
        for _ in 0..<200 {
            let choice = Array("-\r\nedg x\u{0}".utf8)
            let content = Data(random.bytes(Int.random(in: 0..<60, using: &random), from: choice))
            let boundary = "edge\(UInt32.random(in: .min ... .max, using: &random))"
            let form = Rehearsal.form([("file", "a;b.csv", "text/csv", content)], boundary: boundary)
            let parts = try Multipart.parts(of: form, boundary: boundary)
            #expect(parts.map(\.content) == [content], "seed \(seed)")
            #expect(parts.first?.fileName == "a;b.csv")
        }
    }

    @Test("a form that is cut anywhere is refused")
    func cut() throws {
        let form = Rehearsal.form([("file", "a.csv", "text/csv", Data("a,b\n".utf8))])
        for length in 0..<form.count - 4 {
            #expect(throws: Refusal.self, "\(length)") {
                try Multipart.parts(of: form.prefix(length), boundary: "edge")
            }
        }
    }

    @Test("parameters are read with and without quotes")
    func parameters() {
        let header = #"form-data; name=file; filename="a \"b\".csv""#
        #expect(Multipart.parameter("name", of: header) == "file")
        #expect(Multipart.parameter("filename", of: header) == #"a "b".csv"#)
        #expect(Multipart.parameter("size", of: header) == nil)
    }

    @Test("CSV gives back what was quoted into it")
    func tables() throws {
        var (random, seed) = SeededGenerator.fresh()
        for _ in 0..<200 {
            let rows = (0..<3).map { _ in
                (0..<2).map { _ in
                    let bytes = random.bytes(
                        Int.random(in: 1..<8, using: &random), from: Array("a\",\r\n é".utf8))
                    return String(decoding: bytes, as: UTF8.self)
                }
            }
            let ends = ["\n", "\r\n"][Int.random(in: 0..<2, using: &random)]
            let quoted = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }
            let text = (["p,q"] + quoted).joined(separator: ends) + ends
            #expect(try CSVTable(Data(text.utf8)).rows == rows, "seed \(seed)")
        }
    }

    @Test(
        "a range is read, or is none",
        arguments: [
            ("bytes=0-9", ByteRange.from(0, through: 9)), ("bytes=5-", .from(5, through: nil)),
            ("bytes=-3", .last(3)), ("bytes=9-5", nil), ("bytes=0-1,3-4", nil), ("items=0-1", nil),
            ("bytes=", nil), ("bytes=a-b", nil),
        ])
    func ranges(text: String, expected: ByteRange?) {
        #expect(ByteRange(text) == expected)
    }

    @Test("numbers, words and null come through JSON as they are")
    func json() {
        let text = #"{"a":[1,-2.5,true,null,"é\n"],"b":{}}"#
        let json = JSON(parsing: Data(text.utf8))
        #expect(json == ["a": [1, -2.5, true, nil, "é\n"], "b": [:]])
        #expect(json?.text == text)
    }

    @Test("a time is written with microseconds")
    func time() {
        #expect(Date(timeIntervalSince1970: 1_768_402_665.25).timestamp == "2026-01-14T14:57:45.250000Z")
        #expect(Date(timeIntervalSince1970: 1e18).timestamp == "9999-12-31T23:59:59.000000Z")
    }
}
