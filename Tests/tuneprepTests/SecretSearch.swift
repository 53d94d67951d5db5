import Foundation
import Testing

/// A sandbox with a data set and a completed job, another origin, and a folder to look through.
final class SecretSearch {
    let home: SandboxProcess
    let elsewhere: SandboxProcess
    /// What the job and what it was made of are called at the sandbox.
    private(set) var ids: [String: String] = [:]
    private var runs = 0

    private static let rows = (0..<30).map { "What is \($0) plus one?,The sum is \($0 + 1)\n" }
    static let training = "--dataset canaries --model meta-llama-3.1-8b --prompt question --answer answer"

    init() throws {
        (home, elsewhere) = (try SandboxProcess(), try SandboxProcess())
        try home.write("question,answer\n" + Self.rows.joined(), to: "train.csv")
        try home.write("question,answer\nWho?,Nobody at all\n", to: "valid.csv")
        try home.write("question,answer\nWho?,\n", to: "faulty.csv")
        for name in ["token", "hub-token"] {
            try home.write(name == "token" ? PlantedSecrets.token : PlantedSecrets.hub, to: name)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: home.folder + "/" + name)
        }
        for name in ["caches", "data"] {
            try FileManager.default.createDirectory(
                atPath: home.folder + "/" + name, withIntermediateDirectories: true)
        }
    }

    /// Makes the data set and a completed job.
    func prepare() throws {
        try #require(try home.run("upload train.csv --validation valid.csv --name canaries").status == 0)
        let job = try home.json("jobs create \(Self.training) --evals 2 --yes", ["jobs", 0, "id"])
        try home.finish(job)
        ids["JOB"] = job
        ids["DATASET"] = try home.json("jobs show \(job)", ["jobs", 0, "dataset_id"])
        let upload = try home.run("upload train.csv --name other --format json")
        let file = try #require(upload.output.firstMatch(of: /"role": "training",\s+"id": "([^"]+)"/))
        ids["FILE"] = String(file.1)
    }

    /// The sandbox's variables and caches of its own, without a token.
    var bare: [String: String] {
        var variables = home.greeting.filter { $0.key != "NSCALE_SERVICE_TOKEN" }
        variables["XDG_CACHE_HOME"] = home.folder + "/caches"
        variables["HF_HOME"] = home.folder + "/caches"
        variables["HF_TOKEN"] = PlantedSecrets.hub
        variables["HTTPS_PROXY"] = "http://canary:\(PlantedSecrets.password)@127.0.0.1:1"
        variables["NSCALE_API_KEY"] = PlantedSecrets.decoy
        return variables
    }

    /// Where the token comes from: another place in each run.
    private func source() -> (arguments: [String], variables: [String: String], input: String) {
        defer { runs += 1 }
        switch runs % 5 {
        case 0:
            return (
                [], ["NSCALE_SERVICE_TOKEN": PlantedSecrets.token, "NSCALE_TOKEN": PlantedSecrets.decoy], ""
            )
        case 1: return (["--token-file", "token"], ["NSCALE_TOKEN": PlantedSecrets.decoy], "")
        case 2: return (["--token-stdin"], [:], PlantedSecrets.token + "\n")
        case 3: return ([], ["NSCALE_API_TOKEN": PlantedSecrets.token], "")
        default: return ([], ["NSCALE_API_KEY": PlantedSecrets.token], "")
        }
    }

    /// Runs a command that speaks to the service; `JOB`, `DATASET` and `FILE` stand for their ids.
    func ask(_ line: String, _ more: [String] = [], patience: Double? = nil) throws -> ObservedCommand {
        let source = source()
        let words = line.split(separator: " ").map { ids[String($0)] ?? String($0) }
        return try run(
            words + more + source.arguments, bare.merging(source.variables) { $1 }, input: source.input,
            patience: patience)
    }

    /// Runs a command, and looks for secrets in what it prints and in its and its children's command lines.
    func run(
        _ arguments: [String], _ variables: [String: String], input: String = "", patience: Double? = nil
    ) throws -> ObservedCommand {
        let seen = try ObservedCommand.run(
            arguments, variables, in: home.folder, input: input, patience: patience)
        let typed = arguments.joined(separator: " ")
        #expect(PlantedSecrets.seen(in: seen.transcript).isEmpty, "\(typed)\n\(seen.transcript)")
        for line in seen.commandLines where line.contains("\0") {
            let others = PlantedSecrets.seen(in: line).filter { !typed.contains($0) }
            #expect(others.isEmpty, "\(typed) shows \(line)")
        }
        return seen
    }

    /// Looks through every file that was written, and at what the other origins were sent.
    func searchFilesAndRequests() async throws {
        let seen = try PlantedSecrets.seen(inFilesOf: home.folder)
        #expect(seen.isEmpty, "\(seen)")
        let signed = try await home.requests().filter { $0.origin == "signed" }
        let others = signed + (try await elsewhere.requests())
        for request in others {
            #expect(request.authorization == "none", "\(request.origin) \(request.path)")
            #expect(!request.headers.contains { $0.lowercased() == "cookie" })
        }
    }
}
