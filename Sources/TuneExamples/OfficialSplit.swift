/// The official split of PubMedQA's 1,000 labelled records into 500 for cross-validation (10 folds) and 500
/// for test. Source: github.com/pubmedqa/pubmedqa, `preprocess/split_dataset.py`, seed 0.
public struct OfficialSplit: Sendable {
    /// The number of records the split is defined for.
    public static let recordCount = 1000

    /// The ids of the cross-validation set, in the official order.
    public let crossValidation: [String]
    /// The ids of the test set, in the official order.
    public let test: [String]
    /// The ten folds of the cross-validation set.
    public let folds: [[String]]

    /// One record: its id and its decision (yes, no or maybe).
    public struct Entry: Sendable {
        let identity: String
        let decision: String

        /// The record with the id `identity`, whose decision is `yes`, `no` or `maybe`.
        public init(identity: String, decision: String) {
            self.identity = identity
            self.decision = decision
        }
    }

    /// Splits the records, given in file order.
    public init(of entries: [Entry]) {
        var generator = MersenneTwister(seed: 0)
        let halves = Self.split(entries, into: 2, &generator)
        crossValidation = halves[0].map(\.identity)
        test = halves[1].map(\.identity)
        folds = Self.split(halves[0], into: 10, &generator).map { $0.map(\.identity) }
    }

    /// True when the test set is the published one.
    public var isOfficial: Bool { test.compactMap { UInt32($0) } == PubMedQATestSet.identities }

    private static func split(
        _ entries: [Entry], into count: Int, _ generator: inout MersenneTwister
    ) -> [[Entry]] {
        var pieces = [[Entry]](repeating: [], count: count)
        for decision in ["yes", "no", "maybe"] {
            var part = entries.filter { $0.decision == decision }
            generator.shuffle(&part)
            let size = (part.count + count - 1) / count
            for piece in 0..<count {
                let lower = min(piece * size, part.count)
                let upper = piece == count - 1 ? part.count : min(lower + size, part.count)
                pieces[piece] += part[lower..<upper]
            }
        }
        if pieces[count - 1].count != pieces[0].count {
            for piece in 0..<(count - 1) where !pieces[piece].isEmpty {
                pieces[count - 1].append(pieces[piece].remove(at: generator.below(pieces[piece].count)))
            }
        }
        return pieces
    }
}
