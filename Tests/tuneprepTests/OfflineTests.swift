import Foundation
import TestSupport
import Testing

/// `tuneprep` under a kernel that kills whoever asks for a socket.
@Suite("no local command asks for a socket", .serialized, .enabled(if: SocketFilter.isAvailable))
struct OfflineTests {
    /// A folder in which `tuneprep` is the command under the filter.
    private static func withGuarded(_ body: (String) throws -> Void) throws {
        let product = Command.products.appending(path: "tuneprep").path
        try Command.withFolder(["tuneprep": "#!/bin/sh\nexec '\(SocketFilter.path)' '\(product)' \"$@\"\n"]) {
            folder in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/tuneprep")
            try body(folder)
        }
    }

    @Test("the filter kills who asks: the other program does")
    func filterWorks() throws {
        let online = Command.products.appending(path: "tuneprep-online").path
        let result = try Command.run(
            "NSCALE_SERVICE_TOKEN=t NSCALE_ORGANIZATION_ID=o '\(SocketFilter.path)' '\(online)' jobs list"
                + " --service http://127.0.0.1:9/")
        #expect(result.status == 128 + SIGSYS || result.status == SIGSYS, "\(result.transcript)")
    }

    @Test("what the README, the docs and the demo show is printed all the same", arguments: GoldenTests.steps)
    func prints(_ step: GoldenTests.Step) throws {
        try FileManager.default.createDirectory(
            at: PackageFolder.root.appending(path: ".build/demo"), withIntermediateDirectories: true)
        try Self.withGuarded { programs in
            let result = try Command.run(step.command + " 2>&1", programs: programs)
            #expect(result.transcript == step.expected)
        }
    }

    /// Each local command at its work; the exit status that belongs to it.
    static let works: [(command: String, status: Int32)] = [
        ("check train.csv --validation train.csv --format json --price 1", 0),
        ("check train.csv.gz", 0), ("check - < train.csv", 0), ("check missing.csv", 2),
        ("convert train.csv --to jsonl-chat -o chat.jsonl --validation 10%", 0),
        ("split train.csv --validation 20%", 0), ("count train.csv", 0),
        ("count train.csv --tokenizer ranks", 2),
        ("cost train.csv --provider together", 0), ("models", 0), ("models --provider fireworks", 0),
        ("tokenizers", 0), ("tokenizers list", 0), ("tokenizers add ranks --family llama-3", 2),
        ("tokenizers add tokenizer.json --family llama-3", 0), ("tokenizers verify", 0),
        ("count train.csv --tokenizer llama-3", 0), ("explain", 0), ("explain TP101", 0),
        ("unpack model.tar.gz --into model", 0), ("unpack model.tar.gz --list", 0), ("verify model", 0),
        ("verify model --job job.json", 2), ("--help", 0), ("help check", 0), ("--version", 0),
        ("chek", 2), ("tokenizers --help", 0),
    ]

    @Test("each local command does its work")
    func work() throws {
        let rows = "question,answer\n" + (0..<40).map { "Why \($0)?,Because \($0)\n" }.joined()
        let files = ["train.csv": rows, "ranks": "no ranks", "tokenizer.json": InventedJSON().text]
        try Command.withFolder(files) { folder in
            let archive = PackageFolder.root.appending(path: "samples/adapter.tar.gz").path
            _ = try Command.run("gzip -k train.csv; cp '\(archive)' model.tar.gz", in: folder)
            try Self.withGuarded { programs in
                for (command, status) in Self.works {
                    let line = "XDG_CACHE_HOME=$PWD/caches HF_HOME=$PWD/hf tuneprep \(command)"
                    let result = try Command.run(line, in: folder, programs: programs)
                    #expect(result.status == status, "\(command): \(result.transcript)")
                }
            }
        }
    }

    @Test("every command that the help names is tried, or speaks to a service")
    func all() throws {
        let help = try Command.run("tuneprep --help").output
        let lines = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last).split(separator: "\n")
        let names = Set(lines.compactMap { $0.prefixMatch(of: /\s\s([a-z]+)/).map { String($0.1) } })
        #expect(names.count >= 13, "\(help)")
        let tried = Set(Self.works.compactMap { $0.command.split(separator: " ").first.map(String.init) })
        #expect(names.subtracting(tried) == ["upload", "jobs", "download"])
    }
}
