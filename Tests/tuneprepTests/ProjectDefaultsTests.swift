import Foundation
import TestSupport
import Testing

/// What a file that came with somebody's data may say, and what it may not.
@Suite("a project's file sets defaults, and nothing that could do harm")
struct ProjectDefaultsTests {
    private static let rows = WrongInputTests.good

    private static let texts = [
        "output", "out", "rejects", "train", "valid", "into", "service", "organization", "token-file",
        "hf-token-file", "url", "repository", "user", "job", "max-size", "max-entries",
    ]
    private static let switches = [
        "no-verify", "headers-only", "no-keep-archive", "yes", "force", "token-stdin",
    ]
    private static let refused = Set(texts + switches)

    @Test(
        "it names no file that is written, nobody who is spoken to, no way past a judgement", arguments: texts
    )
    func refused(_ flag: String) throws {
        try Command.withFolder(["train.csv": Self.rows, "victim": "dear"]) { folder in
            _ = try Command.run(#"echo '{"\#(flag)": "victim"}' > tuneprep.json"#, in: folder)
            let result = try Command.run("tuneprep check train.csv", in: folder)
            #expect(result.status == 2, "\(result.transcript)")
            #expect(result.errors.contains("`tuneprep.json` cannot set `\(flag)`"))
            #expect(result.errors.contains("say it on the command line: `--\(flag)`"))
            #expect(try Command.run("cat victim", in: folder).output == "dear")
        }
    }

    @Test("it consents to nothing and turns no check of a model off", arguments: switches)
    func switchedOff(_ flag: String) throws {
        try Command.withFolder(["tuneprep.json": #"{"\#(flag)": true}"#]) { folder in
            let result = try Command.run("tuneprep verify .", in: folder)
            #expect(result.status == 2 && result.errors.contains("`tuneprep.json` cannot set `\(flag)`"))
        }
    }

    @Test(
        "what it says of data does not hold for models",
        arguments: [
            #""fail-on": "never""#, #""allow": ["TP705"]"#, #""only": "TP715""#,
        ])
    func judging(_ setting: String) throws {
        let flag = setting.split(separator: "\"")[0]
        try Command.withFolder(["tuneprep.json": "{\(setting)}"]) { folder in
            _ = try Command.run("mkdir m; echo old > m/optimizer.pt; tar czf m.tar.gz m", in: folder)
            let note = "note: `tuneprep.json` does not set `\(flag)` for `unpack`; the command line can\n"
            let result = try Command.run("tuneprep unpack m.tar.gz --into new", in: folder)
            #expect(result.status == 1 && result.output.contains("TP705"), "\(result.transcript)")
            #expect(result.errors == note)
            #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
            #expect(try Command.run("tuneprep verify m --quiet", in: folder).transcript == "[exit 1]\n")
            let said = try Command.run(
                "tuneprep unpack m.tar.gz --into new --fail-on=never --allow TP705 --only TP715", in: folder)
            #expect(said.status == 0 && said.errors.isEmpty, "\(said.transcript)")
        }
    }

    @Test("for data it says from which severity on a check fails")
    func failing() throws {
        let files = ["train.csv": Self.rows + "Why?,\n", "tuneprep.json": #"{"fail-on": "never"}"#]
        try Command.withFolder(files) { folder in
            let lenient = try Command.run("tuneprep check train.csv", in: folder)
            #expect(lenient.status == 0, "\(lenient.transcript)")
            let strict = try Command.run("tuneprep check train.csv --fail-on error", in: folder)
            #expect(strict.status == 1, "\(strict.transcript)")
        }
    }

    @Test("it has no other file sent along, and no other data paid for")
    func spending() throws {
        let settings = #"{"validation": "secrets", "dataset": "other", "price": 0.01}"#
        try Command.withFolder(["train.csv": Self.rows, "tuneprep.json": settings]) { folder in
            let upload = try Command.run("tuneprep upload train.csv", in: folder)
            #expect(upload.errors.contains("does not set `validation` for `upload`"), "\(upload.transcript)")
            #expect(!upload.errors.contains("`secrets`") && upload.errors.contains("there is no token"))
            let create = try Command.run("tuneprep jobs create --model m --answer a --yes", in: folder)
            #expect(create.status == 2 && create.errors.contains("'--dataset <dataset>'"))
            #expect(
                create.errors.contains("does not set `validation`, `dataset`, `price` for `jobs create`"),
                "\(create.transcript)")
        }
    }

    private static let commands = [
        "check", "convert", "split", "count", "cost", "models", "explain",
        "tokenizers list", "tokenizers add", "tokenizers pull", "tokenizers verify", "unpack", "verify",
        "upload", "jobs quote", "jobs create",
        "jobs list", "jobs show", "jobs watch", "jobs metrics", "jobs cancel", "jobs export",
        "download model", "download dataset", "download file",
    ]

    @Test("every other flag takes its own kind of value", arguments: commands)
    func kindTrials(_ command: String) throws {
        var (generator, seed) = SeededGenerator.fresh()
        let help = try Command.run("tuneprep \(command) --help").output
        let flags = help.matches(of: /\n\s\s(?:-\w, )?--([a-z-]+)( <)?/).map { (String($0.1), $0.2 == nil) }
            .filter { !["help", "version"].contains($0.0) && !Self.refused.contains($0.0) }
        #expect(flags.contains { $0.0 == "color" } || flags.contains { $0.0 == "quiet" }, "\(help)")
        try Command.withFolder([:]) { folder in
            func say(_ settings: String) throws -> Command.Result {
                try Data("{\(settings)}".utf8).write(to: URL(filePath: folder + "/tuneprep.json"))
                return try Command.run("tuneprep \(command) --help", in: folder)
            }
            let fitting = try say(flags.map { "\"\($0.0)\": \($0.1 ? "true" : "1")" }.joined(separator: ","))
            #expect(fitting.status == 0, "\(fitting.errors)")
            for (flag, isSwitch) in generator.everyTrial(in: 4, of: flags.filter { $0.1 || $0.0 == "color" })
            {
                let other = try say("\"\(flag)\": \(isSwitch ? "1" : "true")")
                let kind = isSwitch ? "it takes true or false" : "it takes a text or a number"
                #expect(
                    other.status == 2 && other.errors.contains(kind), "\(flag): \(other.errors), seed \(seed)"
                )
            }
        }
    }
}
