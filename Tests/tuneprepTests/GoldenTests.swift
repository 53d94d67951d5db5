import Foundation
import TestSupport
import Testing

/// Every command shown in the README, the docs and the samples prints what is shown.
@Suite("what is shown is what is printed", .serialized)
struct GoldenTests {
    struct Step: CustomTestStringConvertible, Sendable {
        var file: String
        var command: String
        var expected: String
        var testDescription: String { "\(file): \(command)" }
    }

    static let steps: [Step] = {
        let names = ["README.md", "samples/demo.console"] + documents()
        return names.filter { !ServiceGoldenTests.walks.keys.contains($0) }.flatMap(steps(of:))
    }()

    /// The commands of a file, with what it shows for each.
    static func steps(of name: String) -> [Step] {
        let text = (try? String(contentsOf: PackageFolder.root.appending(path: name), encoding: .utf8)) ?? ""
        let blocks = name.hasSuffix(".console") ? [text] : consoleBlocks(text)
        return blocks.flatMap { steps(in: $0, name) }
    }

    @Test("a command prints what stands there", arguments: steps)
    func prints(_ step: Step) throws {
        try FileManager.default.createDirectory(
            at: PackageFolder.root.appending(path: ".build/demo"), withIntermediateDirectories: true)
        let result = try Command.run(step.command + " 2>&1")
        #expect(result.transcript == step.expected, "run `sh samples/demo update`, or mend \(step.file)")
    }

    @Test("there are commands to run in the README and the demo")
    func thereAreSteps() {
        #expect(Self.steps.count { $0.file == "README.md" } >= 1)
        #expect(Self.steps.count { $0.file == "samples/demo.console" } >= 5)
    }

    private static func documents() -> [String] {
        let folder = PackageFolder.root.appending(path: "docs").path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    }

    /// The insides of the blocks fenced as `console`.
    private static func consoleBlocks(_ text: String) -> [String] {
        text.components(separatedBy: "```console\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    private static func steps(in block: String, _ file: String) -> [Step] {
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var steps: [Step] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                steps.append(Step(file: file, command: String(line.dropFirst(2)), expected: ""))
            } else if !steps.isEmpty {
                steps[steps.count - 1].expected += line + "\n"
            }
        }
        for place in steps.indices {
            while steps[place].expected.hasSuffix("\n\n") { steps[place].expected.removeLast() }
            if steps[place].expected == "\n" { steps[place].expected = "" }
        }
        return steps
    }
}
