import Foundation
import TestSupport
import Testing

@Suite("vocabularies on the command line")
struct TokenizerCommandTests {
    private static let rows = "question,answer\n" + (0..<12).map { "Why \($0)?,Because \($0)\n" }.joined()
    private static let files = [
        "train.csv": rows, "ranks": InventedBytes().tiktokenText, "tokenizer.json": InventedJSON().text,
    ]
    /// Caches of the test's own, in its folder.
    private static let caches = "export XDG_CACHE_HOME=$PWD/caches HF_HOME=$PWD/hf; "

    static let cases = [
        WrongInputTests.Case(
            command: "tokenizers ad", says: ["no command `tokenizers ad`", "did you mean `add`"]),
        .init(command: "tokenizers mystery", says: ["known are `list`, `add`, `pull`, `verify`"]),
        .init(command: "tokenizers add", says: ["missing expected argument"]),
        .init(command: "tokenizers add tokeniser.json", says: ["did you mean `tokenizer.json`"]),
        .init(command: "tokenizers add train.csv", says: ["text of another kind"]),
        .init(command: "tokenizers add caches", says: ["there is no file `caches`"]),
        .init(command: "tokenizers add hf", says: ["the folder `hf` holds no vocabulary"]),
        .init(command: "tokenizers add ranks", says: ["none that are known here", "--family llama-3"]),
        .init(command: "tokenizers add ranks --family mistral", says: ["no ranks as text"]),
        .init(
            command: "tokenizers add ranks --family lama-3", says: ["`--family`", "did you mean `llama-3`"]),
        .init(command: "tokenizers add tokenizer.json", says: ["was published with", "--family llama-3"]),
        .init(
            command: "tokenizers add tokenizer.json --family qwen-2", says: ["a vocabulary of Llama 3"]),
        .init(command: "tokenizers pull", says: ["missing expected argument"]),
        .init(
            command: "tokenizers pull Qwen2-1.5B-Instrct",
            says: ["did you mean `Qwen2-1.5B-Instruct`", "`tuneprep models`"]),
        .init(command: "tokenizers pull a/b/c", says: ["no name the hub allows"]),
        .init(command: "tokenizers list --format jsn", says: ["did you mean `json`"]),
        .init(command: "tokenizers verify now", says: ["unexpected argument 'now'"]),
        .init(command: "check train.csv --tokenizer lama-3", says: ["did you mean `llama-3`"]),
        .init(
            command: "check train.csv --tokenizer llama-3", says: ["no vocabulary of Llama 3", "add PATH"]),
        .init(
            command: "check train.csv --tokenizer ./tokenizer.jsn", says: ["did you mean `./tokenizer.json`"]),
        .init(command: "check train.csv --tokenizer ranks", says: ["tuneprep tokenizers add ranks --family"]),
        .init(
            command: "check train.csv --model Qwen2-1.5B-Instruct --tokenizer tokenizer.json",
            says: ["the tokenizer is of Llama 3, the model of Qwen 2"]),
        .init(
            command: "cost train.csv --model Qwen2-1.5B-Instruct --tokenizer tokenizer.json",
            says: ["the tokenizer is of Llama 3, the model of Qwen 2"]),
        .init(command: "count train.csv --tokenizer train.csv", says: ["not a tokenizer's vocabulary"]),
        .init(
            command: "count train.csv --template chatlm", says: ["no chat template", "did you mean `chatml`"]),
        .init(command: "convert train.csv -o out.csv --template llama3", says: ["did you mean `llama-3`"]),
        .init(command: "convert train.csv -o out.csv --tokenizer qwen-2", says: ["no vocabulary of Qwen 2"]),
        .init(command: "cost train.csv --tokenizer mistral", says: ["pull Mistral-7B-Instruct-v0.2"]),
    ]

    @Test("wrong input gets a clear word and exit 2, and leaves nothing", arguments: cases)
    func wrongInput(_ example: WrongInputTests.Case) throws {
        try Command.withFolder(Self.files) { folder in
            let result = try Command.run("mkdir hf; \(Self.caches) tuneprep \(example.command)", in: folder)
            #expect(result.status == 2, "\(result.transcript)")
            #expect(result.errors.hasPrefix("error: "), "\(result.errors)")
            for word in example.says { #expect(result.errors.contains(word), "\(result.errors)") }
            for word in ["Optional(", "Complaint(", "please", "Fatal"] {
                #expect(!result.errors.contains(word), "\(result.errors)")
            }
            let added = try Command.run(
                "ls caches/tuneprep/tokenizers/*/entry.json out.csv* 2>/dev/null", in: folder)
            #expect(added.output.isEmpty, "\(added.output)")
        }
    }

    @Test("a vocabulary is added, listed, counted with, verified and mended")
    func wholeLife() throws {
        try Command.withFolder(Self.files) { folder in
            func run(_ line: String) throws -> Command.Result {
                try Command.run(Self.caches + line, in: folder)
            }
            #expect(try run("tuneprep tokenizers verify").transcript == "no vocabulary has been added\n")
            let added = try run("tuneprep tokenizers add ranks --family llama-3")
            #expect(added.output.hasPrefix("added    llama-3: 271 tokens, not the published tokens, "))
            #expect(try run("tuneprep tokenizers").output.contains("llama-3: Llama 3, exact, 271 tokens"))
            #expect(try run("tuneprep tokenizers verify").output.hasPrefix("llama-3: sound, sha256 "))
            let check = try run("tuneprep check train.csv --format json")
            #expect(check.output.contains(#""kind": "exact""#) && check.output.contains(#""error": 0.0"#))
            #expect(try run("tuneprep check train.csv").output.contains(" (Llama 3, exact): prompts "))
            _ = try run(
                "for file in caches/tuneprep/tokenizers/llama-3/vocabulary-*; do echo x >> $file; done")
            let verdict = try run("tuneprep tokenizers verify --quiet")
            #expect(verdict.status == 1 && verdict.output.contains("other bytes than when it was added"))
            #expect(try run("tuneprep check train.csv").status == 2)
            #expect(try run("tuneprep check train.csv --tokenizer estimate").status == 0)
            #expect(try run("tuneprep tokenizers add -q ranks --family llama-3").transcript.isEmpty)
            _ = try run("echo > caches/tuneprep/tokenizers/llama-3/entry.json")
            let card = try run("tuneprep tokenizers verify")
            #expect(card.transcript == "llama-3: its card is damaged, or of another version\n[exit 1]\n")
        }
    }

    @Test("a project's tokenizer and template hold for what counts, and leave the vocabularies alone")
    func project() throws {
        let settings = #"{"tokenizer": "tokenizer.json", "template": "none", "format": "json"}"#
        try Command.withFolder(Self.files.merging(["tuneprep.json": settings]) { $1 }) { folder in
            for command in ["check", "count", "cost --model Meta-Llama-3-8B"] {
                let name = command.split(separator: " ")[0]
                let rest = command.dropFirst(name.count)
                let result = try Command.run("\(Self.caches) tuneprep \(name) train.csv\(rest)", in: folder)
                #expect(result.status == 0, "\(result.transcript)")
                #expect(result.output.contains("\"schema\": \"tuneprep.\(name)/1\""))
                if name != "cost" {
                    #expect(result.output.contains(#""kind": "exact""#))
                    #expect(result.output.contains(#""template": null"#))
                    #expect(result.output.contains(#""overhead": 0"#))
                }
            }
            let line = "tuneprep count train.csv --template llama-3 --format full --tokenizer estimate"
            #expect(try Command.run(Self.caches + line, in: folder).output.contains("(llama-3)"))
            for command in ["", " list", " verify", " add -q ranks --family llama-3"] {
                let result = try Command.run("\(Self.caches) tuneprep tokenizers\(command)", in: folder)
                #expect(result.status == 0, "\(result.transcript)")
            }
        }
    }

    @Test("without a home, files are checked by the estimate; adding says what to set")
    func noHome() throws {
        try Command.withFolder(Self.files) { folder in
            func run(_ arguments: String) throws -> Command.Result {
                try Command.run("env -i PATH=\"$PATH\" tuneprep \(arguments)", in: folder)
            }
            #expect(try run("check train.csv").output.contains("Llama 3 estimate"))
            #expect(
                try run("count train.csv --tokenizer tokenizer.json").output.contains(
                    "a vocabulary like Llama 3's, exact"))
            #expect(try run("tokenizers").status == 0)
            let add = try run("tokenizers add ranks --family llama-3")
            #expect(add.status == 2 && add.errors.contains("help: set `HOME`"), "\(add.transcript)")
        }
    }

    @Test("models with tokenizers of their own are estimated, unless a tokenizer is named")
    func standIns() throws {
        try Command.withFolder(Self.files) { folder in
            func quote(_ flags: String) throws -> String {
                let cost =
                    "tuneprep cost train.csv --provider together --model openai/gpt-oss-20b --format json"
                let add = "tuneprep tokenizers add -q ranks --family llama-3; "
                let result = try Command.run(Self.caches + add + cost + flags, in: folder)
                #expect(result.status == 0, "\(result.transcript)")
                return result.output
            }
            let estimate = try quote(" --tokenizer estimate")
            #expect(try quote("") == estimate)
            #expect(try quote(" --tokenizer llama-3") != estimate)
        }
    }

    @Test("every command has help with an example")
    func help() throws {
        for command in [
            "tokenizers", "tokenizers list", "tokenizers add", "tokenizers pull", "tokenizers verify",
        ] {
            let help = try Command.run("tuneprep \(command) --help")
            #expect(help.status == 0)
            #expect(help.output.contains("example: tuneprep tokenizers"), "\(command)")
        }
    }
}
