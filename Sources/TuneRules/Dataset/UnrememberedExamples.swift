import TuneBytes
import TuneFindings
import TuneText

/// TP407: examples that came when the index of examples was full.
struct UnrememberedExamples: FileRule {
    static let description = RuleDescription(
        code: "TP407", name: "unremembered-examples", severity: .warning, since: "0.1.0",
        summary: "examples came after the index of examples was full, so their repetitions are not found",
        why: "an example that is not remembered cannot be recognised when it comes again",
        accepted: [RuleExample("train.csv", threeRows, maxMemory: 1 << 20)],
        rejected: [
            RuleExample("train.csv", threeRows, maxMemory: 200),
            RuleExample("train.csv", threeRows, validation: "question,answer\nWho?,They\n", maxMemory: 200),
        ])

    private static let threeRows = "question,answer\nWhy?,Because\nHow?,Like this\nWho?,They\n"

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard let cut = file.indexCut else { return }
        report.add(wording(cut, file.role))
    }

    private func wording(_ cut: IndexCut, _ role: FileRole) -> Wording {
        let missed =
            role == .training
            ? "repetitions of up to \(plural(cut.forgotten, "example"))"
            : "leaks of up to \(plural(cut.forgotten, "training example"))"
        let limit = "`--max-memory \(ByteSize.exact(cut.limit))`"
        return Wording(
            "\(missed) are not found: the index was full after the first \(cut.remembered.grouped) (\(limit))",
            why: Self.description.why,
            help: "let it grow: `--max-memory \(ByteSize.wholeMebibytes(cut.sufficient))` holds them all")
    }
}
