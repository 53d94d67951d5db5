import Foundation
import Testing

@Suite("--max-memory on the command line")
struct MaxMemoryCommandTests {
    private static let rows = "question,answer\n" + (0..<400).map { "Why \($0)?,Because \($0)\n" }.joined()

    @Test("what does not fit is said on standard error before, and in the report")
    func said() throws {
        try Command.withFolder(["train.csv": Self.rows]) { folder in
            let command = "tuneprep check train.csv --profile any --max-memory 10kB --format concise"
            let result = try Command.run(command, in: folder)
            #expect(result.status == 0, "a warning")
            #expect(result.output.contains("warning[TP407] unremembered-examples: repetitions of up to "))
            #expect(
                result.errors
                    == "note: comparing about 400 records of `train.csv` takes up to 53 kB; `--max-memory 10kB`"
                    + " holds at least 52\n")
            for silent in ["--quiet", "--progress none"] {
                #expect(try Command.run("\(command) \(silent)", in: folder).errors.isEmpty)
            }
            #expect(try Command.run("\(command) --fail-on warning", in: folder).status == 1)
            #expect(try Command.run("tuneprep check train.csv", in: folder).errors.isEmpty)
        }
    }

    @Test("a project keeps it in tuneprep.json")
    func project() throws {
        let files = ["train.csv": Self.rows, "tuneprep.json": #"{"max-memory": "10kB", "profile": "any"}"#]
        try Command.withFolder(files) { folder in
            let check = try Command.run("tuneprep check train.csv --format json", in: folder)
            #expect(check.output.contains(#""limit_bytes": 10000"#))
            let count = try Command.run("tuneprep count train.csv", in: folder)
            #expect(count.status == 0, "a command without the flag leaves it alone")
            let split = try Command.run("tuneprep split train.csv", in: folder)
            #expect(split.output.contains("leak     not counted"), "\(split.transcript)")
        }
    }
}
