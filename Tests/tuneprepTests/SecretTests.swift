import Foundation
import TestSupport
import Testing

/// Every command, every format and every error, with secrets in every place where they may be.
@Suite("no secret is seen anywhere", .serialized)
struct SecretTests {
    private static let formats = ["full", "concise", "json", "jsonl"]

    /// The commands that speak to the service, and the requests that faults are to strike.
    private static let asking: [(line: String, paths: [String])] = [
        ("upload train.csv --validation valid.csv --name again", ["*/files", "*/datasets"]),
        ("jobs quote \(SecretSearch.training)", ["*/base-models", "*/jobs"]),
        ("jobs create \(SecretSearch.training) --yes", ["*/jobs", "*/datasets"]),
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
        let search = try SecretSearch()
        try search.prepare()
        var lines = 0
        for (line, _) in Self.asking {
            for format in Self.formats + (line.hasPrefix("jobs metrics") ? ["csv"] : []) {
                let seen = try search.ask(line, ["--format", format])
                #expect(seen.status == 0, "\(line) \(format)\n\(seen.transcript)")
                lines += seen.commandLines.count
            }
        }
        // On Linux a command's line can be read while it runs.
        #if os(Linux)
            #expect(lines >= Self.asking.count)
        #endif
        _ = try search.ask("jobs list", ["--output", "list.txt"])
        _ = try search.ask("jobs metrics JOB", ["--format", "csv", "--output", "losses.csv"])
        try await search.searchFilesAndRequests()
    }

    @Test("in what an error of the service makes a command say, when the service repeats what it was sent")
    func refusalTrials() async throws {
        let search = try SecretSearch()
        try search.prepare()
        let faults = Self.faults(elsewhere: search.elsewhere.address)
        var (generator, _) = SeededGenerator.fresh()
        var turn = 0
        for (line, paths) in Self.asking {
            // So that each fault has its turn, whatever the command.
            for fault in generator.everyTrial(in: 5, of: faults) {
                let path = paths[turn % paths.count]
                try await search.home.scenario(#"{"faults":[{"path":"\#(path)",\#(fault)}]}"#)
                _ = try search.ask(line, ["--format", Self.formats[turn % 4]])
                turn += 1
            }
        }
        try await search.searchFilesAndRequests()
    }

    /// What the service answers in place of the truth: every status documented, with the secrets it knows.
    private static func faults(elsewhere: String) -> [String] {
        let base64 = Data(PlantedSecrets.token.utf8).base64EncodedString()
        let told = "Authorization: Bearer \(PlantedSecrets.token) \(base64) \(PlantedSecrets.hub)"
        let address =
            "https://store.example/x?X-Amz-Signature=\(PlantedSecrets.query)&signature=\(PlantedSecrets.query)"
        let header = #""headers":{"X-Request-Id":"\#(PlantedSecrets.token)","Retry-After":"0"}"#
        let bodies = [
            #"{\"code\":\"\#(PlantedSecrets.token)\",\"message\":\"\#(told) \#(address)\"}"#,
            "\(told) \(address)",
            #"{\"error\":{\"code\":\"x\",\"message\":\"\#(told)\",\"error_type\":\"\#(PlantedSecrets.token)\"}}"#,
            #"{\"error\":\"\#(told)\",\"error_description\":\"\#(address)\"}"#,
        ]
        let statuses = [400, 401, 402, 403, 404, 409, 410, 413, 422, 429, 500, 502, 503, 504]
        let refusals = statuses.enumerated().map { place, status in
            #""status":\#(status),"body":"\#(bodies[place % bodies.count])",\#(header)"#
        }
        let redirections = [302, 307].map {
            #""status":\#($0),"headers":{"Location":"\#(elsewhere)/x?signature=\#(PlantedSecrets.query)"}"#
        }
        return refusals + redirections + [
            #""status":200,"body":"<html>\#(told)</html>""#, #""status":200,"body":"[\"\#(told)\"]""#,
            #""close":true"#,
        ]
    }

    @Test("in what commands print and write that stay on this machine")
    func local() async throws {
        let search = try SecretSearch()
        let samples = PackageFolder.root.appending(path: "samples").path
        let variables = search.bare.merging(["NSCALE_SERVICE_TOKEN": PlantedSecrets.token]) { $1 }
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
                _ = try search.run(words + ["--format", format], variables)
            }
        }
        for line in ["tokenizers add train.csv", "tokenizers verify", "--help", "upload --help", "--version"]
        {
            _ = try search.run(line.split(separator: " ").map(String.init), variables)
        }
        try await search.searchFilesAndRequests()
        let requests = try await search.home.requests()
        #expect(requests.isEmpty, "a command that stays on this machine asked the service")
    }

    @Test("in what stays of a download that was stopped")
    func stopped() async throws {
        let search = try SecretSearch()
        try search.prepare()
        for (line, shape, pace) in [
            ("download model JOB -o redirected", "redirect", 20_000),
            ("download model JOB -o named", "json", 20_000),
            ("download file FILE -o signed", "redirect", 200),
        ] {
            let fault = #"{"path":"/signed/*","pace":\#(pace)}"#
            try await search.home.scenario(
                #"{"download":"\#(shape)","adapter_layers":20,"faults":[\#(fault)]}"#)
            let seen = try search.ask(line, patience: 2.5)
            #expect(seen.status == 143, "\(seen.transcript)")
            let names = try FileManager.default.contentsOfDirectory(atPath: search.home.folder)
            #expect(names.contains("\(line.split(separator: " ")[4]).part.json"))
        }
        try await search.searchFilesAndRequests()
    }

    @Test("at an address that is typed, a hub and a proxy, which get what is theirs and no more")
    func others() async throws {
        let search = try SecretSearch()
        try search.prepare()
        let address = "\(search.elsewhere.address)/file?sig=\(PlantedSecrets.query)"
        for fault in [
            #""status":404"#, #""status":403,"body":"\#(PlantedSecrets.query)""#, #""close":true"#,
            #""status":302,"headers":{"Location":"\#(search.home.address)/cdn?sig=\#(PlantedSecrets.query)"}"#,
            ##""status":200,"body":"a,b","headers":{"Content-Type":"text/csv"}"##,
        ] {
            try await search.elsewhere.scenario(#"{"faults":[{\#(fault)}]}"#)
            _ = try search.ask("download file FILE --force -o typed.csv --url \(address)")
        }
        try await search.searchFilesAndRequests()
        try await pulled(search)
        try await proxied(search, address)
        let own = try await search.home.requests()
        #expect(own.contains { $0.path == "/cdn" })
        #expect(own.filter { $0.path == "/cdn" }.allSatisfy { $0.authorization == "none" })
        let seen = try PlantedSecrets.seen(inFilesOf: search.home.folder)
        #expect(seen.isEmpty, "\(seen)")
    }

    /// A hub gets its own token; where it sends us does not.
    private func pulled(_ search: SecretSearch) async throws {
        let variables = search.bare.merging([
            "HF_ENDPOINT": search.elsewhere.address, "NSCALE_SERVICE_TOKEN": PlantedSecrets.token,
        ]) { $1 }
        for fault in [
            #""status":401,"body":"\#(PlantedSecrets.hub)""#, #""status":404"#,
            #""status":302,"times":0,"headers":{"Location":"\#(search.home.address)/cdn"}"#,
        ] {
            try await search.elsewhere.scenario(#"{"faults":[{\#(fault)}]}"#)
            let seen = try search.run(["tokenizers", "pull", "Qwen/Qwen2.5-14B-Instruct"], variables)
            #expect(seen.status == 2, "\(seen.transcript)")
        }
        let asked = try await search.elsewhere.requests().filter { $0.path != "/file" }
        // `wrong` is the hub's token, which the sandbox does not take.
        #expect(!asked.isEmpty && asked.allSatisfy { $0.authorization == "wrong" })
    }

    /// A proxy learns its own password, and neither the token nor what says who we are elsewhere.
    private func proxied(_ search: SecretSearch, _ address: String) async throws {
        let before = try await search.elsewhere.requests().count
        let port = search.elsewhere.address.split(separator: ":").last ?? ""
        let proxy = "http://canary:\(PlantedSecrets.password)@127.0.0.1:\(port)"
        let variables = search.bare.merging([
            "HTTP_PROXY": proxy, "HTTPS_PROXY": proxy, "NSCALE_SERVICE_TOKEN": PlantedSecrets.token,
        ]) { $1 }
        let far = ["--organization", "org-1", "--service", "https://service.invalid"]
        let url = "http://store.invalid/file?sig=\(PlantedSecrets.query)"
        let lines = [
            ["jobs", "list"] + far,
            ["download", "file", "f", "-o", "far.csv", "--force", "--url", url] + far,
        ]
        for line in lines {
            let seen = try search.run(line, variables)
            #expect(seen.status == 2, "\(seen.transcript)")
        }
        let asked = try await search.elsewhere.requests().dropFirst(before)
        #expect(asked.contains { $0.headers.contains("proxy-authorization") })
        #expect(asked.allSatisfy { $0.authorization == "none" })
    }

    @Test("in a core file: there is none")
    func cores() async throws {
        let search = try SecretSearch()
        try await search.home.scenario(#"{"delay":2}"#)
        let variables = search.home.greeting.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let result = try Command.run(
            "ulimit -c $(ulimit -Hc); \(variables) tuneprep jobs list & sleep 1; grep 'core file' /proc/$!/limits; wait",
            in: search.home.folder)
        #if os(Linux)
            let words = result.output.split(separator: " ")
            #expect(words.starts(with: ["Max", "core", "file", "size", "0", "0"]), "\(result.transcript)")
        #endif
    }
}
