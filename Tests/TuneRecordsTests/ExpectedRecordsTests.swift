import Testing
import TuneBytes

@testable import TuneRecords

@Suite("How many records are expected")
struct ExpectedRecordsTests {
    private func expected(_ bytes: [UInt8], _ path: String) throws -> ExpectedRecords {
        try RecordReader(try TextInput(memory: bytes, path: path)).expectedRecords
    }

    @Test(
        "a file whose first records are all is counted",
        arguments: [("csv", "q,a\n1,2\n3,4\n"), ("jsonl", "{}\n{}")])
    func small(ending: String, text: String) throws {
        let found = try expected(Array(text.utf8), "a.\(ending)")
        #expect(found.count == 2)
        #expect(!found.isLeast)
    }

    @Test("records of one length are expected to the number")
    func regular() throws {
        let rows = String(repeating: "why,because\n", count: 50_000)
        let found = try expected(Array("que,answers\n\(rows)".utf8), "a.csv")
        #expect(found.count == 50_000)
        #expect(!found.isLeast)
    }

    @Test("the size of gzip tells no more than a least number")
    func compressed() throws {
        let rows = Array(String(repeating: "{\"a\": 1}\n", count: 50_000).utf8)
        let found = try expected(StoredGzip.member(rows[...]), "a.jsonl.gz")
        #expect(found.isLeast)
        #expect(found.count >= 20_000)
    }
}
