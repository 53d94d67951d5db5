import Foundation
import Testing

/// What a user sees when something is wrong with the world: a clear word, exit 2, nothing lost.
@Suite("wrong input gets a clear word and exit 2")
struct WrongInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var command: String
        var says: [String]
        var testDescription: String { command }
    }

    static let good = "question,answer\n" + (0..<12).map { "Why \($0)?,Because \($0)\n" }.joined()

    static let cases = [
        Case(command: "check trian.csv", says: ["there is no file `trian.csv`", "did you mean `train.csv`"]),
        Case(command: "check .", says: ["`.` is a folder"]),
        Case(command: "check empty.csv", says: ["`empty.csv` is empty"]),
        Case(command: "check blank.csv", says: ["`blank.csv` is empty"]),
        Case(
            command: "check train.csv --prompt qestion",
            says: ["no column `qestion`", "did you mean `question`"]),
        Case(
            command: "check train.csv --answer question --prompt question",
            says: ["both the prompt and the answer"]),
        Case(
            command: "check other.csv",
            says: ["no column is named like an answer", "`a` and `b`", "--prompt COLUMN --answer COLUMN"]),
        Case(
            command: "check train.csv --model Meta-Lama-3.1-8B",
            says: ["no base model", "did you mean `Meta-Llama-3.1-8B`"]),
        Case(command: "check train.csv --frmat json", says: ["unknown option '--frmat'", "--format"]),
        Case(command: "check train.csv --format jsn", says: ["`jsn`", "did you mean `json`"]),
        Case(command: "check train.csv --encoding utf8", says: ["did you mean `utf-8`"]),
        Case(
            command: "check train.csv --profile nscal", says: ["no profile `nscal`", "did you mean `nscale`"]),
        Case(
            command: "check train.csv --only empty-anser",
            says: ["no rule `empty-anser`", "did you mean `empty-answer`"]),
        Case(command: "check train.csv --layout chta", says: ["did you mean `chat`"]),
        Case(command: "check train.csv --layout chat", says: ["the layout `chat` wants `messages`"]),
        Case(command: "check train.csv --epochs 21", says: ["epochs must be 1 to 20, not 21"]),
        Case(command: "check train.csv --price free", says: ["`free` is not an amount `--price` takes"]),
        Case(command: "check train.csv --jobs 0", says: ["`--jobs` takes a whole number from 1 to 1024"]),
        Case(
            command: "check train.csv --max-memory 64M",
            says: ["`64M` is not a size `--max-memory` takes", "--max-memory 64MiB"]),
        Case(command: "check train.csv --max-memory 0", says: ["`0` is not a size"]),
        Case(command: "split train.csv --max-memory much", says: ["`much` is not a size"]),
        Case(command: "check train.csv --show some", says: ["`--show` takes a number or `all`"]),
        Case(command: "check train.csv --delimiter ab", says: ["`ab` cannot be a delimiter"]),
        Case(command: "check", says: ["missing expected argument"]),
        Case(command: "chekc train.csv", says: ["no command `chekc`", "did you mean `check`"]),
        Case(command: "check cut.csv.gz", says: ["`cut.csv.gz` is cut off", "bytes of text so far"]),
        Case(command: "check table.parquet", says: ["is a Parquet file"]),
        Case(command: "check train.csv --output missing/report.txt", says: ["there is no folder `missing`"]),
        Case(command: "convert train.csv -o missing/out.csv", says: ["there is no folder `missing`"]),
        Case(command: "convert train.csv -o .", says: ["`.` is a folder"]),
        Case(command: "convert train.csv --to cvs -o out.csv", says: ["did you mean `csv`"]),
        Case(command: "convert train.csv --columns one -o out.csv", says: ["`--columns` takes two names"]),
        Case(
            command: "convert train.csv --split official -o out.csv",
            says: ["1,000 labelled records of PubMedQA"]),
        Case(command: "convert train.csv --validation 100% -o out.csv", says: ["`100%` is not a size"]),
        Case(command: "split train.csv --group gruop", says: ["no column `gruop`", "the columns are"]),
        Case(command: "split train.csv --train x.csv --valid x.csv", says: ["cannot be the same file"]),
        Case(
            command: "cost train.csv --provider togehter",
            says: ["no provider `togehter`", "did you mean `together`"]),
        Case(
            command: "cost train.csv --provider together --model gpt",
            says: ["Together AI has no price for `gpt`"]),
        Case(command: "cost train.csv --max-cost 100", says: ["no price is known"]),
        Case(command: "explain TP998", says: ["no rule `TP998`"]),
        Case(command: "models --provider nscael", says: ["did you mean `nscale`"]),
        Case(command: "count nothing.csv", says: ["there is no file"]),
        Case(command: "check train.csv --output ./train.csv", says: ["is read by this run"]),
        Case(command: "convert train.csv -o train.csv", says: ["is read by this run"]),
        Case(command: "convert train.csv -o x.csv --rejects ./x.csv", says: ["is written by this run"]),
        Case(command: "convert train.csv -o x.csv --output x.csv", says: ["cannot be written as well"]),
        Case(command: "convert train.csv -o x.csv --drop TP404", says: ["judges files, not rows"]),
        Case(command: "split train.csv --train s.csv --valid ./s.csv", says: ["is written by this run"]),
        Case(command: "split train.csv --train -", says: ["a split writes two files"]),
        Case(command: "split train.csv --validation 9223372036854775807%", says: ["is not a size"]),
        Case(command: "check train.csv --jobs 9223372036854775807", says: ["from 1 to 1024"]),
        Case(command: "check train.csv --profile any --max-cost 1", says: ["`any` has no prices"]),
        Case(command: "check train.csv --layout pubmedqa --prompt question", says: ["knows its columns"]),
    ]

    @Test("says what and what to do", arguments: cases)
    func says(_ example: Case) throws {
        let files = [
            "train.csv": Self.good, "empty.csv": "", "blank.csv": " \n\n", "other.csv": "a,b\n1,2\n",
            "table.parquet": "PAR1 and so on",
        ]
        try Command.withFolder(files) { folder in
            let gzip = try Command.run("gzip -c train.csv | head -c 60 > cut.csv.gz", in: folder)
            #expect(gzip.status == 0)
            let before = try names(folder)
            let result = try Command.run("tuneprep \(example.command)", in: folder)
            #expect(result.status == 2, "\(result.transcript)")
            #expect(result.errors.hasPrefix("error: "), "\(result.errors)")
            for word in example.says { #expect(result.errors.contains(word), "\(result.errors)") }
            #expect(try names(folder) == before, "nothing may be left behind")
            for word in ["Optional(", "Complaint(", "ByteError", "please", "Please", "Fatal"] {
                #expect(!result.errors.contains(word), "\(result.errors)")
            }
        }
    }

    @Test(
        "a full disk is an error that says so",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        try Command.withFolder(["train.csv": Self.good]) { folder in
            for command in ["convert train.csv -o /dev/full", "check train.csv --output /dev/full"] {
                let result = try Command.run("tuneprep \(command)", in: folder)
                #expect(result.status == 2)
                #expect(result.errors.contains("no space left on the device"), "\(result.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: "/dev/full.manifest.json"))
            let stream = try Command.run("tuneprep check train.csv > /dev/full", in: folder)
            #expect(stream.status == 2)
        }
    }

    @Test(
        "a file that may not be read is an error that says so",
        .enabled(if: getuid() != 0, "root may read everything"))
    func unreadable() throws {
        try Command.withFolder(["train.csv": Self.good]) { folder in
            let result = try Command.run("chmod 000 train.csv; tuneprep check train.csv", in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("permission denied"))
        }
    }

    @Test("findings exit 1, a clean file 0, and --fail-on moves the line")
    func statuses() throws {
        try Command.withFolder(["good.csv": Self.good, "bad.csv": Self.good + "Why?,\n"]) { folder in
            let statuses = try [
                "good.csv", "bad.csv", "bad.csv --fail-on never", "good.csv --fail-on advice",
                "bad.csv --allow TP101",
            ].map { try Command.run("tuneprep check \($0)", in: folder).status }
            #expect(statuses == [0, 1, 0, 1, 0])
        }
    }

    @Test("a reader that goes away is not an error")
    func closedPipe() throws {
        try Command.withFolder(["train.csv": Self.good]) { folder in
            let result = try Command.run(
                "{ tuneprep explain --all --format markdown; echo $? >&2; } | head -n 1", in: folder)
            #expect(result.errors == "0\n")
        }
    }

    @Test("standard input and output work with `-`")
    func pipes() throws {
        let count = try Command.run("tuneprep count - --format json", input: Self.good)
        #expect(count.status == 0)
        #expect(count.output.contains("\"records\": 12"))
        let convert = try Command.run(
            "tuneprep convert - --to jsonl-prompt -o - 2>/dev/null", input: Self.good)
        #expect(convert.output.split(separator: "\n").count == 12)
        #expect(convert.output.hasPrefix("{\"prompt\": \"Why 0?\", \"completion\": \"Because 0\"}\n"))
    }

    @Test("--max-cost fails a run that can cost more")
    func budget() throws {
        try Command.withFolder(["train.csv": Self.good]) { folder in
            let dear = try Command.run(
                "tuneprep cost train.csv --provider together --max-cost 3.99", in: folder)
            #expect(dear.status == 1)
            #expect(dear.errors.contains("the budget is $3.99"))
            let fine = try Command.run("tuneprep cost train.csv --provider together --max-cost 4", in: folder)
            #expect(fine.status == 0)
        }
    }

    @Test("tuneprep.json keeps a project's flags; the command line wins; an unknown key is an error")
    func projectDefaults() throws {
        let settings =
            #"{"model": "Qwen2-1.5B-Instruct", "epochs": 3, "allow": ["TP603"], "provider": "together"}"#
        try Command.withFolder(["train.csv": Self.good, "tuneprep.json": settings]) { folder in
            let check = try Command.run("tuneprep check train.csv --format json", in: folder)
            #expect(check.output.contains(#""model": "Qwen2-1.5B-Instruct""#))
            #expect(check.output.contains(#""epochs": 3"#))
            #expect(!check.output.contains("TP603"))
            let once = try Command.run("tuneprep check train.csv --epochs 1 --format json", in: folder)
            #expect(once.output.contains(#""epochs": 1"#))
            _ = try Command.run("echo '{\"modle\": 1}' > tuneprep.json", in: folder)
            let wrong = try Command.run("tuneprep check train.csv", in: folder)
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("did you mean `model`"))
        }
    }

    @Test("a JSON array that is never closed makes convert and split exit 1 and say so")
    func cutContainer() throws {
        let cut = #"[{"prompt":"a","completion":"b"},{"prompt":"c","completion":"d"}"#
        try Command.withFolder(["cut.json": cut]) { folder in
            for command in ["convert cut.json -o out.csv", "split cut.json --validation 1"] {
                let result = try Command.run("tuneprep \(command)", in: folder)
                #expect(result.status == 1, "\(result.transcript)")
                #expect(result.output.contains("TP022"), "\(result.transcript)")
            }
        }
    }

    @Test("an older reject file goes when nothing is rejected any more")
    func staleRejects() throws {
        try Command.withFolder(["data.csv": Self.good + "Why?,\n"]) { folder in
            let first = try Command.run("tuneprep convert data.csv -o out.csv", in: folder)
            #expect(first.status == 1)
            #expect(try names(folder).contains("out.csv.rejects.jsonl"))
            let second = try Command.run("tuneprep convert data.csv -o out.csv --drop TP101", in: folder)
            #expect(second.status == 0, "\(second.transcript)")
            #expect(try !names(folder).contains("out.csv.rejects.jsonl"))
        }
    }

    @Test("lines ended by CR alone are counted, LF in quotes and all")
    func carriageReturns() throws {
        let text = "question,answer\r\"x\ny\",b\rWhy?,\r"
        try Command.withFolder(["cr.csv": text]) { folder in
            let result = try Command.run("tuneprep check cr.csv --only TP101 --format concise", in: folder)
            #expect(result.output.contains("error[TP101]"), "\(result.transcript)")
            #expect(result.output.contains(":6: error[TP101]"), "\(result.transcript)")
        }
    }

    @Test("every command has help with an example")
    func help() throws {
        for command in ["check", "convert", "split", "count", "cost", "models", "explain"] {
            let help = try Command.run("tuneprep \(command) --help")
            #expect(help.status == 0)
            #expect(help.output.contains("example: tuneprep \(command)"), "\(command)")
        }
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}
