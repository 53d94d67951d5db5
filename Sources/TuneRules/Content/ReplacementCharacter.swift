import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP105: U+FFFD, which stands where a character could not be read.
struct ReplacementCharacter: ExampleRule {
    static let description = RuleDescription(
        code: "TP105", name: "replacement-character", severity: .warning, since: "0.1.0",
        summary: "the text holds U+FFFD, which stands for a character that was lost",
        why: "the text was read in the wrong encoding once; the model learns the damage",
        accepted: [RuleExample("train.csv", "question,answer\nOù?,À la gare\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nO▸�?,À la gare\n"),
            RuleExample("train.csv", "question,answer\nOù?,\"dite \"\"l▸�\"\" ou �\"\n"),
            RuleExample("train.jsonl", #"{"prompt":"Where?","completion":"\"L▸\ufffd\""}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for place in example.messages.indices {
            let message = example.messages[place]
            guard let first = Self.first(in: record.text(message.text), from: 0) else { continue }
            if record.defects.contains(where: { $0.kind == .loneSurrogate }) { return }
            report.add(at: .message(message, at: first, length: Self.length, of: record)) {
                let title = example.title(ofMessageAt: place, in: record)
                return wording(title, Self.count(in: record.text(message.text)))
            }
        }
    }

    private static let length = 3

    /// The offset of the first U+FFFD (EF BF BD) at or after `start`.
    private static func first(in text: Span<UInt8>, from start: Int) -> Int? {
        var from = start
        while let offset = text.firstOffset(of: 0xEF, from: from), offset + 2 < text.count {
            if text[offset + 1] == 0xBF, text[offset + 2] == 0xBD { return offset }
            from = offset + 1
        }
        return nil
    }

    private static func count(in text: Span<UInt8>) -> Int {
        var count = 0
        var from = 0
        while let offset = first(in: text, from: from) {
            count += 1
            from = offset + length
        }
        return count
    }

    private func wording(_ title: String, _ count: Int) -> Wording {
        Wording(
            "\(title) holds \(plural(count, "replacement character")) (U+FFFD) in place of lost text",
            help: "export the text again from its source, in its own encoding", note: "U+FFFD")
    }
}
