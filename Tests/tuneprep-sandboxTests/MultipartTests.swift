import Foundation
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Reading forms")
struct MultipartTests {
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
}
