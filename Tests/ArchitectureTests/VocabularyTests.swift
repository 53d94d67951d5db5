import Foundation
import HouseMeasure
import TestSupport
import Testing

/// The words of docs/vocabulary.md.
@Suite("the vocabulary speaks of the code as it is")
struct VocabularyTests {
    @Test("every word in backticks is a type or a flag")
    func words() throws {
        let page = try PackageFolder.text(of: "docs/vocabulary.md")
        let words = Set(page.matches(of: /`([^`]+)`/).map { String($0.1) })
        #expect(words.count > 20)
        let known = try types().union(flags())
        #expect(words.subtracting(known).isEmpty, "neither a type nor a flag")
    }

    @Test("the page fits on a screen")
    func length() throws {
        let page = try PackageFolder.text(of: "docs/vocabulary.md")
        #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
    }

    private func types() throws -> Set<String> {
        let declarations = try MeasuredHouse.get().files.flatMap(\.declarations)
        return Set(declarations.filter { $0.kind == .type && !$0.isLocal }.map(\.name))
    }

    /// The options and flags of the command, as they are written on the command line.
    private func flags() throws -> Set<String> {
        let arguments = try MeasuredHouse.get().files.filter {
            ["TuneCommand", "tuneprep-online"].contains($0.module)
        }.flatMap(
            \.declarations
        )
        .filter { $0.kind == .property }
        .filter { $0.attributes.contains { $0.hasPrefix("Option") || $0.hasPrefix("Flag") } }
        return Set(
            arguments.map { "--" + $0.name.replacing(/[A-Z]/) { "-" + $0.0.lowercased() } })
    }
}
