import TuneBytes
public import TuneRecords

/// PubMedQA in both its shapes: the object keyed by PubMed id with upper-case keys, and rows with a nested
/// `context`. Source: github.com/pubmedqa/pubmedqa (MIT) and its Parquet export `qiaojin/PubMedQA`.
public struct PubMedQALayout: Layout {
    /// What the answer is made of.
    public enum AnswerSource: String, Sendable, CaseIterable {
        /// The decision: yes, no or maybe.
        case decision
        /// The conclusion of the abstract.
        case long
        /// The decision, an empty line, the conclusion.
        case both
    }

    /// Whether the abstract is part of the prompt.
    public enum Contexts: String, Sendable, CaseIterable { case include, omit }

    /// The name on the command line and in reports.
    public var name: String { LayoutKind.pubmedqa.rawValue }
    /// Why this layout was chosen.
    public let reason: String
    /// The columns that are read.
    public let columns: [Column]
    /// What the answer is made of.
    public let answerSource: AnswerSource
    /// Whether the abstract is part of the prompt.
    public let contexts: Contexts

    /// A layout with these options; `columns` are the ones the file has.
    public init(columns: [Column], answerSource: AnswerSource, contexts: Contexts, reason: String) {
        self.columns = columns.filter { column in
            Self.fields.contains { $0.lowercased() == column.name.lowercased() }
        }
        self.answerSource = answerSource
        self.contexts = contexts
        self.reason = reason
    }

    /// True: the 1,000 labelled records were divided by those who published them.
    public var hasOfficialSplit: Bool { true }

    /// What the answer is made of, and whether the abstract is part of the prompt.
    public var settings: [(name: String, value: String)] {
        let order = answerSource == .both ? [("answer_order", "decision, empty line, long answer")] : []
        return [("answer_from", answerSource.rawValue), ("contexts", contexts.rawValue)] + order
    }

    static let fields = ["question", "contexts", "context", "long_answer", "final_decision", "pubid"]

    private enum Field {
        static let question = keys("QUESTION", "question")
        static let contexts = keys("CONTEXTS", "context", "contexts")
        static let innerContexts = keys("contexts", "CONTEXTS")
        static let longAnswer = keys("LONG_ANSWER", "long_answer")
        static let decision = keys("final_decision", "FINAL_DECISION")
        static let identity = keys("pubid", "PUBID", "pmid", "PMID")

        private static func keys(_ names: String...) -> [[UInt8]] { names.map { Array($0.utf8) } }
    }

    /// Fills `example` from a readable record.
    public func read(_ record: inout Record, into example: inout Example) {
        example.kind = .promptAnswer
        example.identity = record.memberKey ?? identity(record)
        let decision = readDecision(record, &example)
        guard let prompt = readPrompt(&record, &example) else { return }
        example.messages.append(prompt)
        if let answer = readAnswer(decision, of: &record, into: &example) { example.messages.append(answer) }
    }

    private func identity(_ record: borrowing Record) -> TextRange? {
        guard let index = member(Field.identity, record) else { return nil }
        return [.text, .number].contains(record.values[index].kind) ? record.values[index].text : nil
    }

    private func readPrompt(_ record: inout Record, _ example: inout Example) -> Example.Message? {
        let index = member(Field.question, record)
        guard let question = record.plainText(at: index, field: "question", &example) else { return nil }
        if record.text(question).isBlank {
            example.add(.blank(field: "question"), at: index)
            return nil
        }
        guard contexts == .include else { return .init(role: .user, text: question, value: index) }
        guard let paragraphs = paragraphs(record, &example) else { return nil }
        let text = record.compose { record, text in
            text.append(contentsOf: "Abstract: ".utf8)
            for (index, paragraph) in paragraphs.enumerated() {
                if index > 0 { text.append(0x0A) }
                record.text(paragraph).append(to: &text)
            }
            text.append(contentsOf: "\nQuestion: ".utf8)
            record.text(question).append(to: &text)
            text.append(contentsOf: "\nAnswer:".utf8)
        }
        return .init(role: .user, text: text, value: nil)
    }

    /// The paragraphs of the abstract, from any of the spellings: a list, an object with a list, a list of
    /// such objects, one string.
    private func paragraphs(_ record: borrowing Record, _ example: inout Example) -> [TextRange]? {
        guard let root = member(Field.contexts, record), record.values[root].kind != .null else {
            example.add(.missing(field: "context"), at: nil)
            return nil
        }
        var found: [TextRange] = []
        guard collect(root, of: record, into: &found) else {
            let kind = record.values[root].kind
            example.add(.wrongType(field: "context", found: kind, wanted: "a list of paragraphs"), at: root)
            return nil
        }
        guard !found.isEmpty else {
            example.add(.blank(field: "context"), at: root)
            return nil
        }
        return found
    }

    private func collect(_ index: Int, of record: borrowing Record, into found: inout [TextRange]) -> Bool {
        switch record.values[index].kind {
        case .text:
            found.append(record.values[index].text)
            return true
        case .array:
            return record.children(of: index).allSatisfy { collect($0, of: record, into: &found) }
        case .object:
            guard let inner = member(Field.innerContexts, of: index, record) else { return false }
            return collect(inner, of: record, into: &found)
        case .number, .boolean, .null:
            return false
        }
    }

    private static let decisions = ["yes", "no", "maybe"].map { Array($0.utf8) }

    private func readDecision(_ record: borrowing Record, _ example: inout Example) -> Int? {
        let index = member(Field.decision, record)
        guard let index, record.values[index].kind != .null else {
            if answerSource != .long { example.add(.missing(field: "final_decision"), at: index) }
            return nil
        }
        guard record.values[index].kind == .text else {
            let found = record.values[index].kind
            if answerSource != .long {
                example.add(
                    .wrongType(field: "final_decision", found: found, wanted: "yes, no or maybe"), at: index)
            }
            return nil
        }
        let word = record.text(record.values[index].text)
        if Self.decisions.contains(where: { $0.span.isEqual(to: word) }) {
            example.stratum = record.values[index].text
        } else if answerSource != .long {
            example.add(.unknownDecision(word: word.text), at: index)
            return nil
        }
        return index
    }

    private func readAnswer(
        _ decision: Int?, of record: inout Record, into example: inout Example
    ) -> Example.Message? {
        if answerSource == .decision {
            return decision.map { .init(role: .assistant, text: record.values[$0].text, value: $0) }
        }
        let index = member(Field.longAnswer, record)
        guard let long = record.plainText(at: index, field: "long_answer", &example) else { return nil }
        guard answerSource == .both else { return .init(role: .assistant, text: long, value: index) }
        guard let decision else { return nil }
        if record.text(long).isBlank {
            example.add(.blank(field: "long_answer"), at: index)
            return nil
        }
        let word = record.values[decision].text
        let text = record.compose { record, text in
            record.text(word).append(to: &text)
            text.append(contentsOf: "\n\n".utf8)
            record.text(long).append(to: &text)
        }
        return .init(role: .assistant, text: text, value: nil)
    }

    private func member(_ keys: [[UInt8]], of parent: Int = 0, _ record: borrowing Record) -> Int? {
        guard !record.hasFields, parent < record.values.count else { return nil }
        for key in keys {
            if let index = record.member(key, of: parent) { return index }
        }
        return nil
    }
}

extension LayoutKind {
    /// PubMedQA, in both its shapes.
    public static let pubmedqa = LayoutKind(
        name: "pubmedqa",
        example:
            #"{"question": "Does it?", "context": ["It was tried."], "long_answer": "It may.", "final_decision": "maybe"}"#,
        isTold: { file in
            !file.isCSV && file.column("question") != nil && file.column("contexts", "context") != nil
                && file.column("long_answer", "final_decision") != nil
        },
        make: { (file) throws(LayoutError) in
            guard file.column("question") != nil else {
                throw .missingColumns(
                    layout: "pubmedqa", wanted: ["QUESTION", "question"], columns: file.names)
            }
            return PubMedQALayout(
                columns: file.columns, answerSource: file.choice.answerSource, contexts: file.choice.contexts,
                reason: file.reason)
        })
}
