public import TuneRecords

/// What a user says about how a file spells its examples, and the layout that follows from it and from the
/// columns.
public struct LayoutChoice: Sendable {
    /// The layout asked for; nil to guess.
    public var layout: LayoutKind?
    /// The prompt's column; nil to guess.
    public var prompt: String?
    /// The answer's column; nil to guess.
    public var answer: String?
    /// PubMedQA: what the answer is made of.
    public var answerSource = PubMedQALayout.AnswerSource.long
    /// PubMedQA: whether the abstract is part of the prompt.
    public var contexts = PubMedQALayout.Contexts.include

    /// Whether conversations note what an example cannot carry, for those who write examples out.
    public var notesLosses = false

    /// Nothing said: layout and columns are guessed, PubMedQA's answer is the long one and its prompt has the abstract.
    public init() {}

    /// The layout for a file with these columns; `isCSV` says that they are a header's.
    public func layout(for columns: [Column], isCSV: Bool) throws(LayoutError) -> any Layout {
        func request(_ reason: String) -> LayoutRequest {
            LayoutRequest(columns: columns, isCSV: isCSV, choice: self, reason: reason)
        }
        if let named = prompt ?? answer {
            let kind = layout ?? .promptAnswer
            guard kind.takesNamedColumns else {
                throw .columnsOfItsOwn(layout: kind.rawValue, named: named)
            }
            return try kind.make(request("named"))
        }
        if let layout { return try layout.make(request("asked for")) }
        if columns.isEmpty { return PromptAnswerLayout.assumed }
        let guess = request(isCSV ? "guessed from the header" : "guessed from its keys")
        let told = LayoutKind.allCases.last { $0.isTold(guess) }
        return try (told ?? .promptAnswer).make(guess)
    }
}
