import Foundation
import Testing

/// Every command, every format and every error, with secrets in every place where they may be.
@Suite("no secret is seen anywhere", .serialized)
struct CanaryTests {
    private static let formats = ["full", "concise", "json", "jsonl"]

    /// The commands that speak to the service, and the requests that faults are to strike.
    private static let asking: [(line: String, paths: [String])] = [
        ("upload train.csv --validation valid.csv --name again", ["*/files", "*/datasets"]),
        ("jobs quote \(CanaryStage.training)", ["*/base-models", "*/jobs"]),
        ("jobs create \(CanaryStage.training) --yes", ["*/jobs", "*/datasets"]),
        ("jobs list", ["*/jobs"]), ("jobs show JOB", ["*/jobs/*"]),
        ("jobs watch JOB --interval 1", ["*/jobs/*"]), ("jobs metrics JOB", ["*/metrics"]),
        ("jobs cancel JOB", ["*/cancel"]),
        ("jobs export JOB --repository me/model", ["*/exports/*"]),
        ("jobs export JOB --repository me/model --hf-token-file hub-token", ["*/exports/*"]),
        ("download model JOB -o model.tar.gz --force", ["*/download", "/signed/*"]),
        (
            "download model JOB --into unpacked -o unpacked.tar.gz --force",
            ["*/download", "/signed/*", "*/jobs/*"]
        ),
        ("verify unpacked --job JOB", ["*/jobs/*"]),
        ("download dataset DATASET -o data --force", ["*/files/*", "/signed/*"]),
        ("download file FILE -o file.csv --force", ["*/files/*", "/signed/*"]),
    ]

    @Test("in what commands of the service print and write, in every format, wherever the token comes from")
    func asked() async throws {
        let stage = try CanaryStage()
        try stage.prepare()
        var lines = 0
        for (line, _) in Self.asking {
            for format in Self.formats + (line.hasPrefix("jobs metrics") ? ["csv"] : []) {
                let seen = try stage.ask(line, ["--format", format])
                #expect(seen.status == 0, "\(line) \(format)\n\(seen.transcript)")
                lines += seen.commandLines.count
            }
        }
        // On Linux a command's line can be read while it runs.
        #if os(Linux)
            #expect(lines >= Self.asking.count)
        #endif
        _ = try stage.ask("jobs list", ["--output", "list.txt"])
        _ = try stage.ask("jobs metrics JOB", ["--format", "csv", "--output", "losses.csv"])
        try await stage.searchFilesAndRequests()
    }

    @Test("in what an error of the service makes a command say, when the service repeats what it was sent")
    func refused() async throws {
        let stage = try CanaryStage()
        try stage.prepare()
        let faults = Self.faults(elsewhere: stage.elsewhere.address)
        var turn = 0
        for (line, paths) in Self.asking {
            for fault in faults {
                let path = paths[turn % paths.count]
                try await stage.home.scenario(#"{"faults":[{"path":"\#(path)",\#(fault)}]}"#)
                _ = try stage.ask(line, ["--format", Self.formats[turn % 4]])
                turn += 1
            }
        }
        try await stage.searchFilesAndRequests()
    }

    /// What the service answers in place of the truth: every status documented, with the secrets it knows.
    private static func faults(elsewhere: String) -> [String] {
        let base64 = Data(Canary.token.utf8).base64EncodedString()
        let told = "Authorization: Bearer \(Canary.token) \(base64) \(Canary.hub)"
        let address = "https://store.example/x?X-Amz-Signature=\(Canary.query)&signature=\(Canary.query)"
        let header = #""headers":{"X-Request-Id":"\#(Canary.token)","Retry-After":"0"}"#
        let bodies = [
            #"{\"code\":\"\#(Canary.token)\",\"message\":\"\#(told) \#(address)\"}"#, "\(told) \(address)",
            #"{\"error\":{\"code\":\"x\",\"message\":\"\#(told)\",\"error_type\":\"\#(Canary.token)\"}}"#,
            #"{\"error\":\"\#(told)\",\"error_description\":\"\#(address)\"}"#,
        ]
        let statuses = [400, 401, 402, 403, 404, 409, 410, 413, 422, 429, 500, 502, 503, 504]
        let refusals = statuses.enumerated().map { place, status in
            #""status":\#(status),"body":"\#(bodies[place % bodies.count])",\#(header)"#
        }
        let redirections = [302, 307].map {
            #""status":\#($0),"headers":{"Location":"\#(elsewhere)/x?signature=\#(Canary.query)"}"#
        }
        return refusals + redirections + [
            #""status":200,"body":"<html>\#(told)</html>""#, #""status":200,"body":"[\"\#(told)\"]""#,
            #""close":true"#,
        ]
    }

    @Test("in what commands print and write that stay on this machine")
    func local() async throws {
        let stage = try CanaryStage()
        let samples = Command.root.appending(path: "samples").path
        let variables = stage.bare.merging(["NSCALE_SERVICE_TOKEN": Canary.token]) { $1 }
        let lines = [
            "check train.csv", "check faulty.csv --html report.html", "count train.csv",
            "cost train.csv --price 1", "models", "tokenizers list", "explain TP101",
            "convert train.csv -o converted.csv", "convert faulty.csv --to jsonl-chat -o faulty.jsonl",
            "split train.csv --validation 10% --train t.csv --valid v.csv",
            "unpack SAMPLES/adapter.tar.gz --into model --force", "unpack SAMPLES/hostile.tar.gz --list",
            "verify model", "verify nowhere", "check nowhere.csv", "chekc train.csv", "check --nonsense",
        ]
        for line in lines {
            for format in Self.formats + (line.hasPrefix("check") ? ["sarif", "junit", "github"] : []) {
                let words = line.replacing("SAMPLES", with: samples).split(separator: " ").map(String.init)
                _ = try stage.run(words + ["--format", format], variables)
            }
        }
        for line in ["tokenizers add train.csv", "tokenizers verify", "--help", "upload --help", "--version"]
        {
            _ = try stage.run(line.split(separator: " ").map(String.init), variables)
        }
        try await stage.searchFilesAndRequests()
        let requests = try await stage.home.requests()
        #expect(requests.isEmpty, "a command that stays on this machine asked the service")
    }

    @Test("in what stays of a download that was stopped")
    func stopped() async throws {
        let stage = try CanaryStage()
        try stage.prepare()
        for (line, shape, pace) in [
            ("download model JOB -o redirected", "redirect", 20_000),
            ("download model JOB -o named", "json", 20_000),
            ("download file FILE -o signed", "redirect", 200),
        ] {
            let fault = #"{"path":"/signed/*","pace":\#(pace)}"#
            try await stage.home.scenario(
                #"{"download":"\#(shape)","adapter_layers":20,"faults":[\#(fault)]}"#)
            let seen = try stage.ask(line, patience: 2.5)
            #expect(seen.status == 143, "\(seen.transcript)")
            let names = try FileManager.default.contentsOfDirectory(atPath: stage.home.folder)
            #expect(names.contains("\(line.split(separator: " ")[4]).part.json"))
        }
        try await stage.searchFilesAndRequests()
    }

    @Test("at an address that is typed, a hub and a proxy, which get what is theirs and no more")
    func others() async throws {
        let stage = try CanaryStage()
        try stage.prepare()
        let address = "\(stage.elsewhere.address)/file?sig=\(Canary.query)"
        for fault in [
            #""status":404"#, #""status":403,"body":"\#(Canary.query)""#, #""close":true"#,
            #""status":302,"headers":{"Location":"\#(stage.home.address)/cdn?sig=\#(Canary.query)"}"#,
            ##""status":200,"body":"a,b","headers":{"Content-Type":"text/csv"}"##,
        ] {
            try await stage.elsewhere.scenario(#"{"faults":[{\#(fault)}]}"#)
            _ = try stage.ask("download file FILE --force -o typed.csv --url \(address)")
        }
        try await stage.searchFilesAndRequests()
        try await pulled(stage)
        try await proxied(stage, address)
        let own = try await stage.home.requests()
        #expect(own.contains { $0.path == "/cdn" })
        #expect(own.filter { $0.path == "/cdn" }.allSatisfy { $0.authorization == "none" })
        let seen = try Canary.seen(inFilesOf: stage.home.folder)
        #expect(seen.isEmpty, "\(seen)")
    }

    /// A hub gets its own token; where it sends us does not.
    private func pulled(_ stage: CanaryStage) async throws {
        let variables = stage.bare.merging([
            "HF_ENDPOINT": stage.elsewhere.address, "NSCALE_SERVICE_TOKEN": Canary.token,
        ]) { $1 }
        for fault in [
            #""status":401,"body":"\#(Canary.hub)""#, #""status":404"#,
            #""status":302,"times":0,"headers":{"Location":"\#(stage.home.address)/cdn"}"#,
        ] {
            try await stage.elsewhere.scenario(#"{"faults":[{\#(fault)}]}"#)
            let seen = try stage.run(["tokenizers", "pull", "Qwen/Qwen2.5-14B-Instruct"], variables)
            #expect(seen.status == 2, "\(seen.transcript)")
        }
        let asked = try await stage.elsewhere.requests().filter { $0.path != "/file" }
        // `wrong` is the hub's token, which the sandbox does not take.
        #expect(!asked.isEmpty && asked.allSatisfy { $0.authorization == "wrong" })
    }

    /// A proxy learns its own password, and neither the token nor what says who we are elsewhere.
    private func proxied(_ stage: CanaryStage, _ address: String) async throws {
        let before = try await stage.elsewhere.requests().count
        let port = stage.elsewhere.address.split(separator: ":").last ?? ""
        let proxy = "http://canary:\(Canary.password)@127.0.0.1:\(port)"
        let variables = stage.bare.merging([
            "HTTP_PROXY": proxy, "HTTPS_PROXY": proxy, "NSCALE_SERVICE_TOKEN": Canary.token,
        ]) { $1 }
        let far = ["--organization", "org-1", "--service", "https://service.invalid"]
        let url = "http://store.invalid/file?sig=\(Canary.query)"
        let lines = [
            ["jobs", "list"] + far,
            ["download", "file", "f", "-o", "far.csv", "--force", "--url", url] + far,
        ]
        for line in lines {
            let seen = try stage.run(line, variables)
            #expect(seen.status == 2, "\(seen.transcript)")
        }
        let asked = try await stage.elsewhere.requests().dropFirst(before)
        #expect(asked.contains { $0.headers.contains("proxy-authorization") })
        #expect(asked.allSatisfy { $0.authorization == "none" })
    }

    @Test("in a core file: there is none")
    func cores() async throws {
        let stage = try CanaryStage()
        try await stage.home.scenario(#"{"delay":2}"#)
        let variables = stage.home.greeting.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let result = try Command.run(
            "ulimit -c $(ulimit -Hc); \(variables) tuneprep jobs list & sleep 1; grep 'core file' /proc/$!/limits; wait",
            in: stage.home.folder)
        #if os(Linux)
            let words = result.output.split(separator: " ")
            #expect(words.starts(with: ["Max", "core", "file", "size", "0", "0"]), "\(result.transcript)")
        #endif
    }
}
