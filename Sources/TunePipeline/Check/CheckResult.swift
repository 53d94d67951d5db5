import TuneCosts
import TuneFindings
public import TuneRules
import TuneTokens

/// What a check came to.
public struct CheckResult: Sendable {
    /// The files, training first.
    public var files: [FileSummary]
    /// What was found.
    public var findings: FindingTally
    /// How tokens were counted.
    public var tokenizer: TokenizerUse
    /// Whose rules were applied.
    public var profile: Profile
    /// The tokens one example may have.
    public var contextLength: Int
    /// What comparing the examples took; nil when no rule compares them.
    public var comparison: Comparison?
    /// The quote, where one was made.
    public var quote: QuoteResult?

    /// Where all records went.
    public var ledger: CheckLedger {
        files.reduce(into: CheckLedger()) { $0.add($1.ledger) }
    }
}

extension CheckResult {
    /// The quote for what was counted; nil without a request.
    public func quoted(_ request: QuoteRequest?) throws(RunError) -> QuoteResult? {
        guard let request else { return nil }
        do {
            let training = try range(.training) ?? TokenRange(exact: 0)
            return try request.quote(training: training, validation: try range(.validation))
        } catch {
            throw RunError(error)
        }
    }

    /// The tokens of the files of a role; nil when there is none.
    private func range(_ role: FileRole) throws(CostError) -> TokenRange? {
        let counted = files.filter { $0.opened.role == role }
        guard !counted.isEmpty else { return nil }
        let total = counted.reduce(0) { $0 + $1.tokens.total }
        return try TokenRange(estimate: total, errorPermille: tokenizer.errorPermille)
    }
}
