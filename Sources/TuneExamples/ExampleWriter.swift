import TuneBytes
public import TuneRecords

/// Turns examples into the lines of a fine-tuning file.
public struct ExampleWriter: Sendable {
    /// The shape of the file.
    public enum Format: String, Sendable, CaseIterable {
        /// Two columns, RFC 4180: UTF-8 without byte order mark, comma, minimal quoting, LF.
        case csv
        /// One `{"prompt": …, "completion": …}` per line.
        case jsonlPrompt = "jsonl-prompt"
        /// One `{"messages": […]}` per line.
        case jsonlChat = "jsonl-chat"
    }

    /// What becomes of the earlier turns of a conversation when the target knows one prompt and one answer.
    public enum Turns: String, Sendable, CaseIterable {
        /// They become part of the prompt, each under its role.
        case all
        /// They are left out, except the system message.
        case last
        /// A conversation of several turns is refused.
        case reject
    }

    /// Why an example cannot be written.
    public enum Refusal: Error, Sendable, Equatable {
        /// It has several turns and the target takes one.
        case severalTurns
        /// It has no answer.
        case noAnswer
    }

    /// The shape of the file.
    public let format: Format
    /// What becomes of earlier turns.
    public let turns: Turns
    /// The two names of a CSV header.
    public let columns: (prompt: String, answer: String)
    /// With `jsonl-chat`, a system message put in front of every conversation that has none; nil for none.
    public let system: String?

    /// A writer of files of `format`; `columns` are the names of a CSV header.
    public init(
        format: Format, turns: Turns = .all,
        columns: (prompt: String, answer: String) = ("question", "answer"),
        system: String? = nil
    ) {
        self.format = format
        self.turns = turns
        self.columns = columns
        self.system = system
    }

    /// What comes before the first example.
    public var header: [UInt8] {
        guard format == .csv else { return [] }
        var line: [UInt8] = []
        CSVField.append(Array(columns.prompt.utf8).span, to: &line)
        line.append(0x2C)
        CSVField.append(Array(columns.answer.utf8).span, to: &line)
        line.append(0x0A)
        return line
    }

    /// Appends the line of one example.
    public func append(
        _ example: borrowing Example, of record: inout Record, to output: inout [UInt8]
    ) throws(Refusal) {
        guard let answer = example.answer else { throw .noAnswer }
        if format == .jsonlChat { return appendMessages(example, of: record, to: &output) }
        let prompt = try prompt(of: example, &record)
        if format == .csv {
            CSVField.append(record.text(prompt), to: &output)
            output.append(0x2C)
            CSVField.append(record.text(answer.text), to: &output)
        } else {
            output.append(contentsOf: #"{"prompt": "#.utf8)
            JSON.appendString(record.text(prompt), to: &output)
            output.append(contentsOf: #", "completion": "#.utf8)
            JSON.appendString(record.text(answer.text), to: &output)
            output.append(UInt8(ascii: "}"))
        }
        output.append(0x0A)
    }

    private func prompt(of example: borrowing Example, _ record: inout Record) throws(Refusal) -> TextRange {
        guard example.kind == .conversation else { return example.prompt?.text ?? .empty }
        guard let last = example.messages.lastIndex(where: { $0.role == .assistant }) else { throw .noAnswer }
        var earlier = Array(example.messages[..<last])
        let turnCount = earlier.count { $0.role == .user }
        if turns == .reject, turnCount > 1 || earlier.contains(where: { $0.role == .assistant }) {
            throw .severalTurns
        }
        if turns == .last {
            let question = earlier.last { $0.role == .user }
            earlier = earlier.filter { $0.role == .system } + (question.map { [$0] } ?? [])
        }
        if earlier.count == 1, earlier[0].role == .user { return earlier[0].text }
        return record.compose { record, text in
            for (index, message) in earlier.enumerated() {
                if index > 0 { text.append(contentsOf: "\n\n".utf8) }
                let word = message.role.word
                text.append(contentsOf: "\(word.prefix(1).uppercased())\(word.dropFirst()): ".utf8)
                record.text(message.text).append(to: &text)
            }
        }
    }

    private func appendMessages(
        _ example: borrowing Example, of record: borrowing Record, to output: inout [UInt8]
    ) {
        output.append(contentsOf: #"{"messages": ["#.utf8)
        var isFirst = true
        if let system, !example.messages.contains(where: { $0.role == .system }) {
            appendMessage(.system, Array(system.utf8).span, isFirst: &isFirst, to: &output)
        }
        for message in example.messages {
            let isNoPrompt = example.kind == .promptAnswer && message.role == .user && message.text.isEmpty
            if isNoPrompt { continue }
            appendMessage(message.role, record.text(message.text), isFirst: &isFirst, to: &output)
        }
        output.append(contentsOf: "]}\n".utf8)
    }

    private func appendMessage(
        _ role: Role, _ text: Span<UInt8>, isFirst: inout Bool, to output: inout [UInt8]
    ) {
        if !isFirst { output.append(contentsOf: ", ".utf8) }
        isFirst = false
        output.append(contentsOf: #"{"role": ""#.utf8)
        output.append(contentsOf: role.word.utf8)
        output.append(contentsOf: #"", "content": "#.utf8)
        JSON.appendString(text, to: &output)
        output.append(UInt8(ascii: "}"))
    }
}
