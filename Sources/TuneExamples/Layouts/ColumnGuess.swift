import TuneRecords

/// Finds the columns of prompt and answer by their names.
struct ColumnGuess {
    private let columns: [Column]

    init(_ columns: [Column]) {
        self.columns = columns
    }

    private static let pairs = [
        ("prompt", "completion"), ("prompt", "canonicalsolution"), ("question", "answer"),
        ("instruction", "output"), ("input", "output"),
        ("query", "response"), ("text", "label"),
    ]
    private static let prompts = words(
        "prompt question instruction input query user human source request textinput problem title")
    private static let answers = words(
        "answer response completion output reply assistant target label solution expected textoutput longanswer"
            + " groundtruth")

    /// The layout of a prompt column and an answer column; what the user named wins, the rest is guessed.
    func pair(prompt: String?, answer: String?) throws(LayoutError) -> any Layout {
        if let prompt, prompt == answer { throw .sameColumn(name: prompt) }
        let namedPrompt = try prompt.map(named)
        let namedAnswer = try answer.map(named)
        if let namedAnswer, namedPrompt == namedAnswer { throw .sameColumn(name: namedAnswer.name) }
        if let namedAnswer {
            let rest = columns.filter { $0 != namedAnswer }
            let found = namedPrompt ?? best(Self.prompts, in: rest)
            let guessed =
                found == nil
                ? "answer named, no column is named like a prompt" : "answer named, prompt guessed"
            return layout(prompt: found, answer: namedAnswer, reason: namedPrompt == nil ? guessed : "named")
        }
        if let namedPrompt {
            let rest = columns.filter { $0 != namedPrompt }
            guard let found = best(Self.answers, in: rest) else { throw noAnswer }
            return layout(
                prompt: namedPrompt, answer: found, reason: "prompt named, answer guessed from its name")
        }
        return try guessed()
    }

    private func guessed() throws(LayoutError) -> any Layout {
        for (prompt, answer) in Self.pairs {
            if let first = column(prompt), let second = column(answer) {
                return layout(
                    prompt: first, answer: second,
                    reason: "guessed from the names `\(first.name)` and `\(second.name)`")
            }
        }
        if columns.count == 1, best(Self.prompts, in: columns) == nil {
            return layout(prompt: nil, answer: columns[0], reason: "the only column")
        }
        guard let answer = best(Self.answers, in: columns) else { throw noAnswer }
        let prompt = best(Self.prompts, in: columns.filter { $0 != answer })
        let names =
            prompt.map { "the names `\($0.name)` and `\(answer.name)`" } ?? "the name `\(answer.name)`"
        return layout(prompt: prompt, answer: answer, reason: "guessed from \(names)")
    }

    private func layout(prompt: Column?, answer: Column, reason: String) -> any Layout {
        PromptAnswerLayout(
            name: LayoutKind.promptAnswer.rawValue, prompt: prompt.map { [$0] } ?? [], answer: answer,
            reason: reason)
    }

    private var noAnswer: LayoutError { .noAnswerColumn(columns: columns.map(\.name)) }

    /// The column of exactly that name, else the one that has it apart from spaces around it.
    private func named(_ name: String) throws(LayoutError) -> Column {
        if let exact = columns.first(where: { $0.name == name }) { return exact }
        if let trimmed = columns.first(where: { $0.name.trimmed == name }) { return trimmed }
        throw .unknownColumn(name: name, columns: columns.map(\.name))
    }

    private func column(_ folded: String) -> Column? {
        columns.first { Self.folded($0.name) == folded }
    }

    private func best(_ names: [String], in columns: [Column]) -> Column? {
        for name in names {
            if let found = columns.first(where: { Self.folded($0.name) == name }) { return found }
        }
        return nil
    }

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" })
    }
}
