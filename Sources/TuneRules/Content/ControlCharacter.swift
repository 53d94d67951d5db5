import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP106: control characters in the text, other than tab and line ends.
struct ControlCharacter: ExampleRule {
    static let description = RuleDescription(
        code: "TP106", name: "control-character", severity: .warning, since: "0.1.0",
        summary: "the text holds control characters other than tab and line ends",
        why: "they come from terminals, PDF files or wrong encodings, and the model learns to write them",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,\"Because\r\n\tof that\"\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because\n\tof that"}"#),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,▸‹1B›[1mBecause‹1B›[0m\n"),
            RuleExample("train.csv", "question,answer\nWhy?,Because▸‹C2›‹85›of that\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because\tof▸\u0000that\u007f"}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for place in example.messages.indices {
            let message = example.messages[place]
            let text = record.text(message.text)
            guard let first = Self.first(in: text, exceptNUL: record.hasFields) else { continue }
            let length = text[first] == 0xC2 ? 2 : 1
            report.add(at: .message(message, at: first, length: length, of: record)) {
                let text = record.text(message.text)
                let code = length == 2 ? text[first + 1] : text[first]
                let count = Self.count(in: text, exceptNUL: record.hasFields)
                return wording(example.title(ofMessageAt: place, in: record), code, count)
            }
        }
    }

    /// The offset of the first control character. Three searches at memory speed are faster than one look at
    /// each byte.
    private static func first(in text: Span<UInt8>, exceptNUL: Bool) -> Int? {
        var first = text.count
        var low = text.jsonStringStop(from: 0)
        while low < first {
            if isControl(text, at: low, exceptNUL) {
                first = low
            } else {
                low = text.jsonStringStop(from: low + 1)
            }
        }
        if let delete = text.firstOffset(of: 0x7F) { first = min(first, delete) }
        var from = 0
        while let lead = text.firstOffset(of: 0xC2, from: from), lead < first {
            if isControl(text, at: lead, exceptNUL) { first = lead }
            from = lead + 1
        }
        return first < text.count ? first : nil
    }

    private static func count(in text: Span<UInt8>, exceptNUL: Bool) -> Int {
        var count = 0
        for offset in text.indices where isControl(text, at: offset, exceptNUL) { count += 1 }
        return count
    }

    /// True for C0 but tab and line ends, DEL, and the two bytes of C1. U+0000 in CSV belongs to another
    /// rule.
    private static func isControl(_ text: Span<UInt8>, at offset: Int, _ exceptNUL: Bool) -> Bool {
        switch text[offset] {
        case 0x09, 0x0A, 0x0D: false
        case 0x00: !exceptNUL
        case 0x01...0x1F, 0x7F: true
        case 0xC2: offset + 1 < text.count && (0x80...0x9F).contains(text[offset + 1])
        default: false
        }
    }

    private func wording(_ title: String, _ code: UInt8, _ count: Int) -> Wording {
        let hex = (code < 0x10 ? "U+000" : "U+00") + String(code, radix: 16, uppercase: true)
        let more = count == 1 ? "" : " and \(plural(count - 1, "other"))"
        return Wording(
            "\(title) holds the control character \(hex)\(more)", help: "remove it from the text", note: hex)
    }
}
