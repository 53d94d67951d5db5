import TuneBytes
public import TuneRecords

/// One column (or several, joined by line ends where they are not empty) for the prompt, one for the answer.
public struct PromptAnswerLayout: Layout {
    /// The name on the command line and in reports.
    public let name: String
    /// Why this layout was chosen.
    public let reason: String
    /// The columns of the prompt; none when there is no prompt.
    public let prompt: [Column]
    /// The column of the answer.
    public let answer: Column

    /// A layout of these columns.
    public init(name: String, prompt: [Column], answer: Column, reason: String) {
        self.name = name
        self.prompt = prompt
        self.answer = answer
        self.reason = reason
    }

    /// For files of whose first records none could be read: the commonest keys, so that the defects are reported.
    static var assumed: PromptAnswerLayout {
        PromptAnswerLayout(
            name: LayoutKind.promptAnswer.rawValue, prompt: [Column(name: "prompt", position: nil)],
            answer: Column(name: "completion", position: nil),
            reason: "assumed, because none of the first records can be read")
    }

    /// False when there is only an answer.
    public var hasPrompt: Bool { !prompt.isEmpty }

    /// The columns of prompt and answer.
    public var summary: String {
        let names = prompt.map { "`\($0.name)`" }.joined(separator: " and ")
        return (names.isEmpty ? "" : "prompt \(names), ") + "answer `\(answer.name)`"
    }

    /// The columns that are read.
    public var columns: [Column] { prompt + [answer] }

    /// Fills `example` from a readable record.
    public func read(_ record: inout Record, into example: inout Example) {
        example.kind = .promptAnswer
        if let first = prompt.first {
            if prompt.count == 1 {
                readPrompt(first, of: &record, into: &example)
            } else {
                joinPrompt(&record, &example)
            }
        }
        let index = record.value(of: answer)
        if let text = record.plainText(at: index, field: answer.name, &example) {
            example.messages.append(.init(role: .assistant, text: text, value: index))
        }
    }

    private func readPrompt(_ column: Column, of record: inout Record, into example: inout Example) {
        let index = record.value(of: column)
        if record.isMissing(index) {
            example.messages.append(.init(role: .user, text: .empty, value: index))
        } else if let text = record.plainText(at: index, field: column.name, &example) {
            example.messages.append(.init(role: .user, text: text, value: index))
        }
    }

    private func joinPrompt(_ record: inout Record, _ example: inout Example) {
        var parts: [(range: TextRange, value: Int)] = []
        for column in prompt {
            guard let index = record.value(of: column), record.values[index].kind != .null else { continue }
            guard let text = record.plainText(at: index, field: column.name, &example) else { return }
            if !text.isEmpty { parts.append((text, index)) }
        }
        if parts.count == 1 {
            example.messages.append(.init(role: .user, text: parts[0].range, value: parts[0].value))
            return
        }
        let joined = record.compose { record, text in
            for (index, part) in parts.enumerated() {
                if index > 0 { text.append(0x0A) }
                record.text(part.range).append(to: &text)
            }
        }
        example.messages.append(.init(role: .user, text: joined, value: nil))
    }
}

extension LayoutKind {
    /// A prompt and an answer, in columns of which the user may name one or both.
    public static let promptAnswer = LayoutKind(
        name: "prompt-answer", example: #"{"prompt": "Why?", "completion": "Because."}"#,
        takesNamedColumns: true,
        isTold: { _ in true },
        make: { (file) throws(LayoutError) in
            try ColumnGuess(file.columns).pair(prompt: file.choice.prompt, answer: file.choice.answer)
        })
}
