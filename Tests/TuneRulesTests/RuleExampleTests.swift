import TestSupport
import Testing
import TuneExamples
import TuneFindings
import TunePipeline
import TuneRules
import TuneTokens

/// Runs every example of every rule with that rule alone.
@Suite("every rule's examples hold")
struct RuleExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: RuleDescription
        var example: RuleExample
        var testDescription: String { "\(rule.code) \(rule.name): \(example.file)" }
    }

    static let rejected = RuleCatalogue.descriptions.flatMap { rule in
        rule.rejected.map { Case(rule: rule, example: $0) }
    }
    static let accepted = RuleCatalogue.descriptions.flatMap { rule in
        rule.accepted.map { Case(rule: rule, example: $0) }
    }

    @Test("a rejected example has a finding at its mark", arguments: rejected)
    func finds(_ example: Case) async throws {
        let findings = try await findings(in: example)
        #expect(!findings.isEmpty, "nothing was found")
        #expect(findings.allSatisfy { $0.code == example.rule.code })
        let marked = RuleExample.bytes(of: example.example.text).mark
        let markedBeside = example.example.validation.flatMap { RuleExample.bytes(of: $0).mark }
        guard let mark = marked ?? markedBeside else { return }
        #expect(
            findings.contains { $0.site.byteStart == mark },
            "found at \(findings.map { $0.site.byteStart ?? -1 }), marked at \(mark)")
    }

    @Test("an accepted example has no finding", arguments: accepted)
    func leavesAlone(_ example: Case) async throws {
        let findings = try await findings(in: example)
        #expect(findings.isEmpty, "\(findings.map(\.message))")
    }

    @Test("the model folders that a rule leaves alone have nothing wrong at all", arguments: accepted)
    func isSound(_ example: Case) throws {
        guard example.rule.family == .model else { return }
        let findings = try ExampleFolder(example.example.text).findings()
        #expect(findings.isEmpty, "\(findings.map(\.message))")
    }

    @Test("every rule has an accepted and a rejected example")
    func hasExamples() {
        // Found only while converting with `--turns reject` (ConvertTests), without permission to read, and beyond
        // 100,000 files (ModelFolderTests) or 1,000 defects (HostileModelTests).
        let foundElsewhere = ["TP605", "TP702", "TP704", "TP734"]
        for rule in RuleCatalogue.descriptions {
            #expect(!rule.accepted.isEmpty, "\(rule.code)")
            #expect(!rule.rejected.isEmpty || foundElsewhere.contains(rule.code), "\(rule.code)")
        }
    }

    @Test("codes and names are given once, in order, and say the family")
    func codes() {
        let codes = RuleCatalogue.descriptions.map(\.code)
        #expect(codes == codes.sorted())
        #expect(Set(codes).count == codes.count)
        #expect(Set(RuleCatalogue.descriptions.map(\.name)).count == codes.count)
        for rule in RuleCatalogue.descriptions {
            #expect(rule.code.wholeMatch(of: /TP[0-9]{3}/) != nil, "\(rule.code)")
            #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(rule.name)")
            #expect(!rule.summary.hasSuffix("."), "\(rule.code)")
        }
    }

    private func findings(in example: Case) async throws -> [Finding] {
        let place = try #require(RuleID(named: example.rule.code))
        if example.rule.family == .model {
            return try ExampleFolder(example.example.text).findings(only: place)
        }
        var training = Memory.file(example.example.file, RuleExample.bytes(of: example.example.text).bytes)
        if let word = example.example.answerFrom {
            training.layout.answerSource = try #require(.init(rawValue: word))
        }
        let validation = example.example.validation.map {
            Memory.file("validation-" + example.example.file, RuleExample.bytes(of: $0).bytes)
        }
        var options = CheckOptions(training: [training], validation: validation)
        options.context = example.example.context
        options.maxMemory = example.example.maxMemory
        options.tokens = TokenCounting(.estimate(TokenEstimator(family: .llama3)), template: nil)
        options.only = [place]
        return try await CheckRun(options).result().findings.kept
    }
}
