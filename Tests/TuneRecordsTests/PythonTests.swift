import Foundation
import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Agreement with Python's csv")
struct PythonTests {
    private static let program = """
        import csv, json, sys
        csv.field_size_limit(1 << 30)
        for line in sys.stdin:
            path, delimiter = json.loads(line)
            with open(path, newline="", encoding="utf-8") as file:
                print(json.dumps([row for row in csv.reader(file, delimiter=delimiter, strict=True) if row]))
        """

    @Test(
        "regular CSV of every dialect has the same records", .enabled(if: Python.isPresent, "needs python3"))
    func agreement() throws {
        var (generator, seed) = SeededGenerator.fresh()
        let folder = try TemporaryFolder()
        var found: [[[String]]] = []
        var input = ""
        for dialect in Dialect.all {
            for rows in [1, 10, 80, 700] {
                let file = GeneratedFile.csv(dialect, rows: rows, using: &generator)
                let path = try folder.write(file.bytes, to: "\(found.count).csv")
                let delimiter = String(Character(Unicode.Scalar(dialect.delimiter)))
                input +=
                    String(decoding: try JSONEncoder().encode([path, delimiter]), as: UTF8.self) + "\n"
                let size = Int.random(in: 64...5000, using: &generator)
                let reading = ReadResult(file.bytes, sliceSize: size) { $0.delimiter = dialect.delimiter }
                #expect(reading.defects.isEmpty, "seed \(seed)")
                found.append([reading.columns] + reading.usable)
            }
        }
        let output = try withExtendedLifetime(folder) { try Python.run(Self.program, Array(input.utf8)) }
        let answers = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(answers.count == found.count)
        for (answer, records) in zip(answers, found) {
            let expected = try JSONDecoder().decode([[String]].self, from: Data(answer.utf8))
            #expect(records == expected, "seed \(seed)")
        }
    }
}
