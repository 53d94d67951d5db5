import Foundation
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Reading CSV")
struct CSVTableTests {
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
}
