import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The sandbox as a process of its own, and the command pointed at it.
final class SandboxProcess {
    private let process = Process()
    /// The variables of the sandbox's first line.
    let greeting: [String: String]
    /// Where the data is and what is downloaded goes.
    var folder: String { temporary.path }
    private let temporary: TemporaryFolder

    /// Starts the sandbox; without other options its jobs move on at each look.
    init(_ options: [String] = ["--fast", "--price", "3"]) throws {
        temporary = try TemporaryFolder()
        process.executableURL = Command.products.appending(path: "tuneprep-sandbox")
        process.arguments = ["--port", "0", "--state", temporary.path("state")] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the sandbox said nothing")
            text += String(decoding: more, as: UTF8.self)
        }
        let words = text.split(separator: "\n")[0].split(separator: " ").map {
            $0.split(separator: "=", maxSplits: 1)
        }
        greeting = Dictionary(uniqueKeysWithValues: words.map { (String($0[0]), String($0[1])) })
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Writes a file.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }

    /// Runs the command with the variables of the sandbox's first line, but for one if that is named.
    @discardableResult
    func run(
        _ arguments: String, without name: String? = nil, after: String = ""
    ) throws -> Command.Result {
        let set = greeting.filter { $0.key != name }.map { "\($0.key)=\($0.value)" }.sorted()
        return try Command.run(
            "export \(set.joined(separator: " ")); tuneprep \(arguments)\(after)", in: folder)
    }

    /// The field of a command's JSON that a path of names and numbers leads to.
    func json(_ arguments: String, _ path: [any Sendable]) throws -> String {
        let result = try run(arguments + " --format json")
        try #require(result.status == 0, "\(result.transcript)")
        var value: Any = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        for step in path {
            if let name = step as? String { value = try #require((value as? [String: Any])?[name]) }
            if let place = step as? Int { value = try #require(value as? [Any])[place] }
        }
        return "\(value)"
    }

    /// Looks at a job until it is completed: each look moves it on.
    func finish(_ job: String) throws {
        for _ in 0..<20 where try json("jobs show \(job)", ["jobs", 0, "status"]) != "completed" { continue }
        try #require(try json("jobs show \(job)", ["jobs", 0, "status"]) == "completed")
    }

    /// The sandbox's address.
    var address: String { greeting["NSCALE_BASE_URL"] ?? "" }

    /// Changes what the sandbox does.
    func scenario(_ text: String) async throws {
        var request = URLRequest(url: try #require(URL(string: address + "/sandbox/scenario")))
        request.httpMethod = "PUT"
        request.httpBody = Data(text.utf8)
        let (_, response) = try await URLSession.shared.data(for: request)
        try #require((response as? HTTPURLResponse)?.statusCode == 200)
    }

    /// A request that the sandbox got.
    struct Request: Decodable, Sendable {
        var origin: String
        var path: String
        var headers: [String]
        var authorization: String
    }

    /// The requests it got, in order.
    func requests() async throws -> [Request] {
        struct Log: Decodable { var requests: [Request] }
        let url = try #require(URL(string: address + "/sandbox/requests"))
        let (data, _) = try await URLSession.shared.data(from: url)
        return try JSONDecoder().decode(Log.self, from: data).requests
    }
}
