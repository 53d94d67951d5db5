import Foundation
import TestSupport
import Testing

/// What `tuneprep` gives to `tuneprep-online`, which it becomes.
@Suite("commands that speak to a service are handed over")
struct HandOverTests {
    /// Folders with `tuneprep` in `bin` and, as asked for, somebody who answers to `tuneprep-online`.
    private struct Programs {
        let folder: TemporaryFolder
        var bin: String { folder.path("bin") }

        init() throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                atPath: folder.path("bin"), withIntermediateDirectories: true)
            let product = Command.products.appending(path: "tuneprep").path
            // One file under two names, or a copy where that cannot be: a link would lead back to what was built.
            do {
                try FileManager.default.linkItem(atPath: product, toPath: folder.path("bin/tuneprep"))
            } catch {
                try FileManager.default.copyItem(atPath: product, toPath: folder.path("bin/tuneprep"))
            }
        }

        /// Puts a script into a folder below, as `tuneprep-online`.
        func put(_ script: String, in name: String, permissions: Int = 0o755) throws {
            try FileManager.default.createDirectory(
                atPath: folder.path(name), withIntermediateDirectories: true)
            let path = try folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "\(name)/tuneprep-online")
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
        }

        /// Runs a line with `bin` first on the PATH, in the folder.
        func run(_ line: String) throws -> Command.Result {
            try Command.run(line, in: folder.path, programs: bin)
        }
    }

    private static let said = #"printf '<%s>' "$@""#

    static let handed = [
        "upload train.csv", "upload --help", "jobs", "jobs list --limit 3", "jobs crate",
        "download model JOB",
        "tokenizers pull NAME", "help upload", "help jobs create", "help tokenizers pull",
        "verify . --job abc",
        "verify --job=abc .", "unpack a.tar.gz --into b --job abc", "--generate-completion-script bash",
    ]
    static let kept = [
        "check train.csv", "verify . --job job.json", "unpack a.tar.gz --list --job abc",
        "unpack a.tar.gz --into b --no-verify --job abc", "tokenizers list", "help", "help tokenizers",
        "explain jobs",
        "--help", "--version", "help check", "uplaod", "verify --help --job abc",
    ]

    @Test("these become the other program, with the words as they were", arguments: handed)
    func handedOver(_ words: String) throws {
        let programs = try Programs()
        try programs.put(Self.said, in: "bin")
        let result = try programs.run("tuneprep \(words)")
        #expect(result.status == 0, "\(result.transcript)")
        #expect(result.output == words.split(separator: " ").map { "<\($0)>" }.joined())
    }

    @Test("these do not", arguments: kept)
    func stays(_ words: String) throws {
        let programs = try Programs()
        try programs.put("echo handed over", in: "bin")
        let result = try programs.run("tuneprep \(words)")
        #expect(!result.output.contains("handed over"), "\(result.transcript)")
    }

    @Test("words go over byte for byte, the environment and the input too")
    func wordsAndInput() throws {
        let programs = try Programs()
        try programs.put(#"printf '<%s>' "$@" "$GREETING"; cat"#, in: "bin")
        let line = #"printf in | GREETING=hello tuneprep upload '' 'a b' "$(printf '\377\001')" 'é*' -- --x"#
        let result = try programs.run("\(line) | od -An -tx1 | tr -d ' \\n'")
        let expected = "<upload><><a b><".utf8.map { $0 } + [0xFF, 0x01] + "><é*><--><--x><hello>in".utf8
        #expect(result.output == expected.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    @Test(
        "it is the same process, and its end is its own", arguments: [(0, 0), (1, 1), (42, 42), (143, 143)])
    func status(_ status: Int32, _ expected: Int32) throws {
        let programs = try Programs()
        try programs.put("echo $$; exit \(status)", in: "bin")
        let result = try programs.run("sh -c 'echo $$; exec tuneprep jobs list'")
        #expect(result.status == expected)
        let numbers = result.output.split(separator: "\n")
        #expect(numbers.count == 2 && numbers.first == numbers.last, "\(result.output)")
    }

    @Test("signals reach it and end it")
    func signals() throws {
        let programs = try Programs()
        try programs.put("trap 'echo caught; exit 130' INT; kill -INT $$; echo not reached", in: "bin")
        let caught = try programs.run("tuneprep jobs list")
        #expect(caught.status == 130 && caught.output == "caught\n", "\(caught.transcript)")
        try programs.put("kill -TERM $$; echo not reached", in: "bin")
        #expect(try programs.run("tuneprep jobs list; echo $?").output == "143\n")
    }

    @Test("a reader that goes away is no error")
    func closedPipe() throws {
        let result = try Command.run("(tuneprep jobs --help; echo $? >&2) | true")
        #expect(result.errors == "0\n", "\(result.transcript)")
    }

    @Test("it is looked for beside `tuneprep`, then on the PATH; not where one happens to stand")
    func search() throws {
        let programs = try Programs()
        let line = "tuneprep jobs list"
        try programs.put("echo current", in: ".")
        try programs.put("echo plain", in: "plain", permissions: 0o644)
        try programs.put("echo path", in: "path")
        try FileManager.default.createDirectory(
            atPath: programs.folder.path("odd/tuneprep-online"), withIntermediateDirectories: true)
        let here = try programs.run("PATH=\"$PATH:.::path\" \(line)")
        #expect(here.status == 2 && !here.output.contains("current"), "\(here.transcript)")
        let found = try programs.run("PATH=\"$PATH:.:$PWD/plain:$PWD/odd:$PWD/path\" \(line)")
        #expect(found.output == "path\n", "\(found.transcript)")
        try programs.put("echo beside", in: "bin")
        #expect(try programs.run("PATH=\"$PWD/path:$PATH\" bin/tuneprep jobs list").output == "beside\n")
        _ = try programs.run("mkdir links; ln -s ../bin/tuneprep links/tuneprep")
        #expect(try programs.run("links/tuneprep jobs list").output == "beside\n")
    }

    @Test(
        "where it is not there, one line says what to do",
        arguments: [
            "upload x", "jobs", "download model JOB", "tokenizers pull x", "help jobs", "verify . --job abc",
        ])
    func missing(_ words: String) throws {
        let result = try Programs().run("tuneprep \(words)")
        #expect(result.status == 2 && result.output.isEmpty, "\(result.transcript)")
        #expect(
            result.errors.contains("`tuneprep-online`, which does that, is neither beside `tuneprep` nor on"))
        #expect(result.errors.contains("\n  help: install it beside `tuneprep`, as in `pip install"))
        #expect(result.errors.contains(" or build it: `sh Sources/packaging/build tuneprep-online`\n"))
    }

    @Test("a program that does not start is named, with the reason")
    func broken() throws {
        let programs = try Programs()
        try programs.folder.write([0x7F, 0x45, 0x4C, 0x46, 0], to: "bin/tuneprep-online")
        _ = try programs.run("chmod +x bin/tuneprep-online")
        let result = try programs.run("tuneprep jobs list")
        #expect(result.status == 2 && result.errors.contains("cannot start "), "\(result.transcript)")
    }

    @Test(
        "another `tuneprep` under the other's name is told, and not started again and again",
        arguments: [true, false])
    func itself(_ isLink: Bool) throws {
        let programs = try Programs()
        _ = try programs.run("cd bin; \(isLink ? "ln -s" : "ln") tuneprep tuneprep-online")
        let result = try programs.run("timeout 20 tuneprep jobs list")
        #expect(result.status == 2, "\(result.transcript)")
        #expect(result.errors.contains("/tuneprep-online` is another `tuneprep`, not `tuneprep-online`\n"))
    }

    static let asked = [
        "--help", "help", "--version", "tokenizers --help", "help tokenizers", "upload --help", "jobs --help",
        "help jobs create", "uplaod", "jobs crate", "tokenizers pul", "check", "download",
        "--generate-completion-script bash", "--generate-completion-script zsh",
        "--generate-completion-script fish",
        "models", "explain TP101", "verify samples",
    ]

    @Test("through the one name it is the same tool", arguments: asked)
    func sameTool(_ words: String) throws {
        let one = try Command.run("tuneprep \(words)")
        let other = try Command.run("tuneprep-online \(words)")
        #expect(one.transcript == other.transcript)
        #expect(!one.transcript.isEmpty)
    }

    @Test("without the other program, completions and help still name its commands")
    func namesOnly() throws {
        let programs = try Programs()
        let script = try programs.run("tuneprep --generate-completion-script bash").output
        for name in ["upload", "jobs", "download", "pull", "check"] {
            #expect(script.contains(name), "\(name)")
        }
        #expect(try programs.run("tuneprep --help").output == Command.run("tuneprep --help").output)
        #expect(
            try programs.run("tuneprep tokenizers --help").output
                == Command.run("tuneprep tokenizers --help").output)
    }

    @Test("a project's file may set the flags of every command, whichever program reads it")
    func projectFlags() throws {
        try Command.withFolder(["tuneprep.json": #"{"no-such-flag-anywhere": 1}"#]) { folder in
            let one = try Command.run("tuneprep check x.csv", in: folder)
            #expect(one.status == 2 && one.errors.contains("`batch-size`"), "\(one.transcript)")
            #expect(one.transcript == (try Command.run("tuneprep-online check x.csv", in: folder).transcript))
        }
    }
}
