import Foundation
import TestSupport
import Testing

/// The walks that need a service print what is shown, one command after the other, on a sandbox of their own.
@Suite("what is shown of the service is what is printed", .serialized)
struct ServiceGoldenTests {
    /// The files, and the folders they work in.
    static let walks = [
        "docs/cookbook-pubmedqa.md": ".build/cookbook", "samples/demo-service.console": ".build/demo-service",
    ]

    @Test("every command of a walk prints what stands there", arguments: walks.keys.sorted())
    func walk(_ file: String) throws {
        let folder = PackageFolder.root.appending(path: try #require(Self.walks[file]))
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let scenario = PackageFolder.root.appending(path: "samples/service.json").path
        let sandbox = try SandboxProcess(["--scenario", scenario])
        let variables = sandbox.greeting.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let steps = GoldenTests.steps(of: file)
        try #require(steps.count >= 10)
        for step in steps {
            let result = try Command.run("export \(variables); \(step.command) 2>&1")
            let settled = try Command.run("sed -f samples/placeholders.sed", input: result.transcript).output
            #expect(
                settled == step.expected,
                "run `sh samples/demo-service update`, or mend \(file): \(step.command)")
        }
    }
}
