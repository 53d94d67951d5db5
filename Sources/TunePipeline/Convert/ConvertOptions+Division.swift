extension ConvertOptions {
    /// A division of the rows that others have published.
    public enum Split: String, Sendable, CaseIterable {
        /// PubMedQA's: 500 rows for training, 500 for test.
        case official
        /// No published one.
        case none
    }
}

extension ConvertOptions.Division {
    /// The division that is asked for. Throws when the parts of the request exclude one another.
    ///
    /// - Parameters:
    ///   - fold: the fold of the official split, 0 to 9, that becomes the validation file; nil for none.
    ///   - share: how much is drawn for validation; nil for nothing. Goes without the official split only.
    ///   - seed: of the draw.
    public init(
        split: ConvertOptions.Split, fold: Int?, share: SplitPlan.Size?, seed: UInt64
    ) throws(RunError) {
        switch split {
        case .official:
            if share != nil {
                throw RunError(
                    "`--split official` and `--validation` exclude one another",
                    help: ["`--fold 0` makes a validation file of the official split"])
            }
            if let fold, !(0...9).contains(fold) { throw RunError("`--fold` takes 0 to 9, not \(fold)") }
            self = .official(fold: fold)
        case .none:
            if fold != nil { throw RunError("`--fold` goes with `--split official`") }
            self = share.map { .share($0, seed: seed) } ?? .none
        }
    }
}
