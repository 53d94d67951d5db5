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

    private static let isThere: Bool = {
        let answer = try? run("print(1)", input: "")
        return answer == "1\n"
    }()

    /// Runs `python3 -c program` with `input` on its standard input; returns its standard output.
    private static func run(_ program: String, input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = FileHandle.nullDevice
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test("regular CSV of every dialect has the same records", .enabled(if: isThere, "needs python3"))
    func agreement() throws {
        var (generator, seed) = SeededGenerator.fresh()
        let folder = FileManager.default.temporaryDirectory.appending(path: "tuneprep-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var found: [[[String]]] = []
        var input = ""
        for dialect in Dialect.all {
            for rows in [1, 10, 80, 700] {
                let file = GeneratedFile.csv(dialect, rows: rows, using: &generator)
                let url = folder.appending(path: "\(found.count).csv")
                try Data(file.bytes).write(to: url)
                let delimiter = String(Character(Unicode.Scalar(dialect.delimiter)))
                input +=
                    String(decoding: try JSONEncoder().encode([url.path, delimiter]), as: UTF8.self) + "\n"
                let size = Int.random(in: 64...5000, using: &generator)
                let reading = ReadResult(file.bytes, sliceSize: size) { $0.delimiter = dialect.delimiter }
                #expect(reading.defects.isEmpty, "seed \(seed)")
                found.append([reading.columns] + reading.usable)
            }
        }
        let answers = try Self.run(Self.program, input: input).split(separator: "\n")
        #expect(answers.count == found.count)
        for (answer, records) in zip(answers, found) {
            let expected = try JSONDecoder().decode([[String]].self, from: Data(answer.utf8))
            #expect(records == expected, "seed \(seed)")
        }
    }
}
