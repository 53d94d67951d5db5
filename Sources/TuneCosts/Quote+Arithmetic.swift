import TuneText

extension Quote {
    /// The expected amount step by step on one line, lower case, without a full stop.
    ///
    /// ```
    /// 3 epochs × 1,234,567 + 2 evals × 12,345 = 3,728,391 tokens × $0.48 per million = $1.79, minimum $4.00
    /// ```
    public var arithmetic: String {
        let training = "\(plural(plan.epochs, "epoch")) × \(trainingTokens.expected.grouped)"
        let billed = "\(billedTokens.expected.grouped) tokens"
        return "\(training)\(validationStep) = \(billed)\(priceStep)\(minimumStep)"
    }

    private var validationStep: String {
        guard let validationTokens else { return "" }
        let tokens = validationTokens.expected.grouped
        return switch provider.rule.validation {
        case .timesEvals where plan.evals > 0: " + \(plural(plan.evals, "eval")) × \(tokens)"
        case .once: " + validation \(tokens)"
        case .timesEvals, .notStated: ""
        }
    }

    /// The cost before the minimum, so that the line shows what the minimum replaces.
    private var priceStep: String {
        guard let price, let beforeMinimum else { return ", price not known" }
        return " × $\(price.rate.decimal) per million = \(beforeMinimum)"
    }

    private var minimumStep: String {
        minimum.map { ", minimum \($0)" } ?? ""
    }
}
