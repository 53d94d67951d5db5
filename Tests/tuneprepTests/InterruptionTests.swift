import Foundation
import Testing

/// One Ctrl-C is enough, wherever it comes.
@Suite("the first signal ends a command", .serialized)
struct InterruptionTests {
    private static let rows = WrongInputTests.good
    private static let job = ["--dataset", "trials", "--model", "meta-llama-3.1-8b", "--answer", "answer"]
    private static let token = ["NSCALE_TOKEN": "t"]

    private func prepared() throws -> SandboxProcess {
        let sandbox = try SandboxProcess()
        try sandbox.write(Self.rows, to: "train.csv")
        try #require(try sandbox.run("upload train.csv --name trials").status == 0)
        return sandbox
    }

    @Test("while a token is waited for")
    func token() throws {
        try Command.withFolder([:]) { folder in
            let run = try InterruptedCommand.run(
                ["jobs", "list", "--token-stdin", "--organization", "o"], [:], in: folder)
            #expect(run.status == 130 && run.said.contains("stopped"), "\(run)")
        }
    }

    @Test("while a file is identified before it is checked and sent")
    func upload() throws {
        try Command.withFolder([:]) { folder in
            _ = try Command.run("truncate -s 64G train.csv", in: folder)
            let run = try InterruptedCommand.run(["upload", "train.csv"], Self.token, in: folder)
            #expect(run.status == 130 && run.said.contains("stopped"), "\(run)")
        }
    }

    @Test("while tokens are counted for our own quote")
    func quote() throws {
        let sandbox = try prepared()
        let run = try InterruptedCommand.run(
            ["jobs", "quote"] + Self.job + ["--training", "-"], sandbox.greeting, in: sandbox.folder)
        #expect(run.status == 130 && run.said.contains("stopped"), "\(run)")
    }

    @Test(
        "while an answer is waited for, and a yes that comes after it creates nothing",
        arguments: [nil, "y\n"])
    func question(_ answer: String?) throws {
        let sandbox = try prepared()
        let run = try InterruptedCommand.run(
            ["jobs", "create"] + Self.job, sandbox.greeting, in: sandbox.folder, onTerminal: true,
            after: "[y/N]", answer: answer)
        #expect(run.status == 130 && run.said.contains("nothing was created"), "\(run)")
        #expect(try sandbox.run("jobs list").output == "no jobs\n")
    }

    @Test(
        "what gives its bytes once is not sent, and not waited for",
        arguments: [
            (["pipe"], "`pipe` is no regular file", "cat pipe > train.csv"),
            (["train.csv", "--validation", "pipe"], "`pipe` is no regular file", "cat pipe > train.csv"),
            (["-"], "standard input can be read once", "cat > train.csv"),
        ])
    func streams(_ files: [String], _ words: String, _ help: String) throws {
        try Command.withFolder(["train.csv": Self.rows]) { folder in
            _ = try Command.run("mkfifo pipe", in: folder)
            let run = try InterruptedCommand.run(["upload"] + files, Self.token, in: folder, patience: 3)
            #expect(run.status == 2 && run.said.contains(words), "\(run)")
            #expect(run.said.contains("help: write it to a file first: `\(help)`"), "\(run)")
        }
    }
}
