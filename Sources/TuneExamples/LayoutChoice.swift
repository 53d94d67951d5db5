public import TuneRecords

/// What a user says about how a file spells its examples, and the layout that follows from it and from the
/// columns.
public struct LayoutChoice: Sendable {
    /// The layout asked for; nil to guess.
    public var layout: LayoutName?
    /// The prompt's column; nil to guess.
    public var prompt: String?
    /// The answer's column; nil to guess.
    public var answer: String?
    /// PubMedQA: what the answer is made of.
    public var answerSource = PubMedQALayout.AnswerSource.long
    /// PubMedQA: whether the abstract stands in the prompt.
    public var contexts = PubMedQALayout.Contexts.include

    /// Whether conversations note what an example cannot carry, for those who write examples out.
    public var notesLosses = false

    /// Everything guessed.
    public init() {}

    /// The layout for a file with these columns.
    public func layout(for columns: [Column], isCSV: Bool) throws(LayoutError) -> any Layout {
        if prompt != nil || answer != nil, layout == nil || layout == .promptAnswer {
            return try ColumnGuess(columns).pair(prompt: prompt, answer: answer)
        }
        if let layout, let name = prompt ?? answer {
            throw .columnsOfItsOwn(layout: layout.rawValue, named: name)
        }
        switch layout {
        case .promptAnswer: return try ColumnGuess(columns).pair(prompt: nil, answer: nil)
        case .alpaca: return try alpaca(columns, "asked for")
        case .chat, .sharegpt: return try chat(columns, "asked for")
        case .pubmedqa: return try pubmedqa(columns, "asked for")
        case nil where columns.isEmpty: return assumed
        case nil: return try guess(columns, isCSV)
        }
    }

    /// For files of whose first records none could be read: the commonest keys, so that the faults are
    /// reported.
    private var assumed: any Layout {
        PromptAnswerLayout(
            name: "prompt-answer", prompt: [Column(name: "prompt", position: nil)],
            answer: Column(name: "completion", position: nil),
            reason: "assumed, because none of the first records can be read")
    }

    private func guess(_ columns: [Column], _ isCSV: Bool) throws(LayoutError) -> any Layout {
        let names = Set(columns.map { $0.name.lowercased() })
        if !isCSV {
            if names.contains("question"), names.contains("contexts") || names.contains("context"),
                names.contains("long_answer") || names.contains("final_decision")
            {
                return try pubmedqa(columns, "guessed from its keys")
            }
            if columns.contains(where: { $0.name == "messages" || $0.name == "conversations" }) {
                return try chat(columns, "guessed from its keys")
            }
        }
        let answers: Set<String> = ["output", "response"]
        if names.contains("instruction"), names.contains("input") || names.contains("context"),
            !names.isDisjoint(with: answers)
        {
            return try alpaca(columns, isCSV ? "guessed from the header" : "guessed from its keys")
        }
        return try ColumnGuess(columns).pair(prompt: nil, answer: nil)
    }

    private func chat(_ columns: [Column], _ reason: String) throws(LayoutError) -> any Layout {
        let wanted = layout == .sharegpt ? ["conversations", "messages"] : ["messages", "conversations"]
        for name in wanted {
            if let column = columns.first(where: { $0.name == name }) {
                return ChatLayout(list: column, reason: reason, notesLosses: notesLosses)
            }
        }
        throw .missingColumns(
            layout: (layout ?? .chat).rawValue, wanted: wanted, columns: columns.map(\.name))
    }

    private func alpaca(_ columns: [Column], _ reason: String) throws(LayoutError) -> any Layout {
        func column(_ name: String) -> Column? { columns.first { $0.name.lowercased() == name } }
        guard let instruction = column("instruction"), let output = column("output") ?? column("response")
        else {
            throw .missingColumns(
                layout: "alpaca", wanted: ["instruction", "output"], columns: columns.map(\.name))
        }
        let prompt = [instruction] + ((column("input") ?? column("context")).map { [$0] } ?? [])
        return PromptAnswerLayout(name: "alpaca", prompt: prompt, answer: output, reason: reason)
    }

    private func pubmedqa(_ columns: [Column], _ reason: String) throws(LayoutError) -> any Layout {
        guard columns.contains(where: { $0.name.lowercased() == "question" }) else {
            throw .missingColumns(
                layout: "pubmedqa", wanted: ["QUESTION", "question"], columns: columns.map(\.name))
        }
        return PubMedQALayout(
            columns: columns, answerSource: answerSource, contexts: contexts, reason: reason)
    }
}

/// The layouts known by name.
public enum LayoutName: String, Sendable, CaseIterable {
    case promptAnswer = "prompt-answer"
    case alpaca
    case chat
    case sharegpt
    case pubmedqa
}

/// Why no layout fits a file.
public enum LayoutError: Error, Sendable, Equatable {
    /// No column has the name asked for.
    case unknownColumn(name: String, columns: [String])
    /// The same column for the prompt and the answer.
    case sameColumn(name: String)
    /// A layout that knows its columns, and a column named all the same.
    case columnsOfItsOwn(layout: String, named: String)
    /// No column is named like an answer.
    case noAnswerColumn(columns: [String])
    /// The layout asked for reads columns that are not there.
    case missingColumns(layout: String, wanted: [String], columns: [String])
}
