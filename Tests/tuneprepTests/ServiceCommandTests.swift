import Foundation
import Testing

/// The commands that speak to the service, as far as no service is needed.
@Suite("the service's commands say what is missing and keep secrets")
struct ServiceCommandTests {
    private static let token = "CANARYtoken0123456789"
    /// A port on which nobody listens.
    private static let nobody = "NSCALE_BASE_URL=http://127.0.0.1:1"
    private static let job = "--dataset d --model m --answer answer"
    private static let good = "question,answer\n" + (0..<12).map { "Why \($0)?,Because \($0)\n" }.joined()

    struct Case: CustomTestStringConvertible, Sendable {
        var command: String
        var says: [String]
        var testDescription: String { command }
    }

    static let cases = [
        Case(
            command: "tuneprep jobs list",
            says: ["there is no token", "NSCALE_SERVICE_TOKEN", "--token-file"]),
        Case(
            command: "tuneprep jobs list --token-file open --organization o",
            says: ["others can read the token in `open`", "chmod 600 open"]),
        Case(command: "tuneprep jobs list --token-file no", says: ["there is no file `no`"]),
        Case(
            command: "tuneprep jobs list --token-stdin --token-file open",
            says: ["`--token-file` and `--token-stdin` exclude one another"]),
        Case(
            command: "echo | tuneprep jobs list --token-stdin --organization o",
            says: ["what standard input holds is no token"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs list --service http://h.example --organization o",
            says: ["would go to http://h.example unencrypted"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs list --service nonsense --organization o",
            says: ["`nonsense` is not the address of a service"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs show a/b --organization org-1",
            says: ["`a/b` cannot be the id of a job"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs list --organization a/b",
            says: ["`a/b` cannot be the id of an organization"]),
        Case(
            command: "NSCALE_TOKEN=\(token) \(nobody) tuneprep jobs create \(job) </dev/null",
            says: ["there is no terminal to ask on", "--yes", "--dry-run"]),
        Case(
            command:
                "NSCALE_TOKEN=\(token) \(nobody) tuneprep jobs quote \(job) --epochs 21 --organization org-1",
            says: ["`n_epochs` takes 1 to 20, not 21"]),
        Case(
            command: "NSCALE_TOKEN=\(token) \(nobody) tuneprep jobs create \(job) --yes --organization org-1"
                + " --lora-modules q_proj,lm_head --batch-size 5 --learning-rate 1 --lora-dropout 2",
            says: ["`batch_size`", "`learning_rate`", "`lora.dropout`", "`lm_head`"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs export j --repository me --hf-token-file open",
            says: ["others can read the token in `open`"]),
        Case(
            command: "NSCALE_TOKEN=\(token) tuneprep jobs export j --repository me/m",
            says: ["no token for the Hugging Face hub", "HF_TOKEN"]),
        Case(
            command: "HF_TOKEN=\(token) NSCALE_TOKEN=\(token) tuneprep jobs export j --repository me",
            says: ["`me` is no repository"]),
        Case(
            command: "tuneprep jobs watch j --interval 0",
            says: ["`--interval` takes a whole number of at least 1"]),
        Case(command: "tuneprep jobs lst", says: ["there is no command `jobs lst`", "`list`"]),
        Case(command: "tuneprep download modl j", says: ["there is no command `download modl`", "`model`"]),
        Case(command: "tuneprep jobs metrics j --format cvs", says: ["`cvs`", "`--format`"]),
        Case(command: "tuneprep upload a.csv b.csv", says: ["one training file, not 2"]),
        Case(command: "tuneprep upload trian.csv", says: ["there is no file `trian.csv`", "`train.csv`"]),
    ]

    @Test("a word that helps, and exit status 2", arguments: cases)
    func wrong(_ one: Case) throws {
        let files = ["train.csv": Self.good, "open": Self.token]
        try Command.withFolder(files) { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/open")
            let result = try Command.run(one.command, in: folder)
            #expect(result.status == 2, "\(result.transcript)")
            for words in one.says { #expect(result.errors.contains(words), "\(result.transcript)") }
            #expect(!result.transcript.contains("CANARY"))
        }
    }

    @Test("two variables that disagree are named, never shown")
    func disagreement() throws {
        let line =
            "\(Self.nobody) NSCALE_API_TOKEN=CANARYother NSCALE_TOKEN=\(Self.token) tuneprep jobs show a/b --organization org-1"
        let result = try Command.run(line)
        #expect(result.errors.contains("NSCALE_TOKEN says otherwise: NSCALE_API_TOKEN is used"))
        #expect(!result.transcript.contains("CANARY"))
    }

    @Test("a file with errors stays here, with exit status 1, and nothing is asked of the service")
    func refused() throws {
        try Command.withFolder(["train.csv": Self.good + "Why?,\n"]) { folder in
            let result = try Command.run("tuneprep upload train.csv", in: folder)
            #expect(result.status == 1 && result.output.contains("TP1"))
            #expect(result.errors.hasPrefix("error: nothing was sent\n"))
            let line = "tuneprep upload train.csv --quiet --format json --output report.json"
            let quiet = try Command.run(line, in: folder)
            #expect(quiet.status == 1 && quiet.output.isEmpty)
            let report = try String(contentsOfFile: folder + "/report.json", encoding: .utf8)
            #expect(report.contains(#""schema": "tuneprep.check/1""#), "\(report.prefix(200))")
        }
    }

    @Test(
        "every command has an example",
        arguments: [
            "upload", "jobs", "jobs quote", "jobs create", "jobs list", "jobs show", "jobs watch",
            "jobs metrics",
            "jobs cancel", "jobs export", "download", "download model", "download dataset", "download file",
        ])
    func help(_ command: String) throws {
        let result = try Command.run("tuneprep \(command) --help")
        #expect(result.status == 0 && result.output.contains("example: "))
        #expect(!result.output.contains("evaluation-epochs"))
    }
}

/// A project's file names defaults, but not where tokens go.
@Suite("a project's file cannot send tokens elsewhere")
struct ProjectServiceTests {
    @Test(
        "neither the service nor a consent comes from the file",
        arguments: [
            #"{"service": "https://elsewhere.example"}"#, #"{"token-file": "x"}"#, #"{"yes": true}"#,
            #"{"force": true}"#, #"{"url": "https://elsewhere.example"}"#,
        ])
    func refused(_ text: String) throws {
        try Command.withFolder(["tuneprep.json": text]) { folder in
            for command in ["jobs list", "check train.csv"] {
                let result = try Command.run("NSCALE_TOKEN=t tuneprep \(command)", in: folder)
                #expect(result.status == 2 && result.errors.contains("`tuneprep.json` cannot set"))
            }
        }
    }

    @Test("what it may set reaches the commands below a command")
    func nested() throws {
        try Command.withFolder(["tuneprep.json": #"{"interval": 0, "model": "M"}"#]) { folder in
            let result = try Command.run("NSCALE_TOKEN=t tuneprep jobs watch j", in: folder)
            #expect(result.errors.contains("`--interval` takes a whole number of at least 1"))
        }
    }
}
