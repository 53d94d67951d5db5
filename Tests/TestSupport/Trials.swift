import Foundation

/// How much a test tries: a share in `sh Tests/run`, everything in `sh Tests/run long`.
///
/// The script finds these tests by their functions' names, which end in `Trials`.
public enum Trials {
    /// Whether everything is tried.
    private static let areLong = ProcessInfo.processInfo.environment["TUNEPREP_LONG"] == "1"

    /// How many trials a test makes.
    public static func count(short: Int, long: Int, test: StaticString = #function) -> Int {
        precondition("\(test)".contains("Trials("), "\(test) has long trials and is not called so")
        return areLong ? long : short
    }
}

extension SeededGenerator {
    /// Every `share`th of a list, from a random one on, in order; all of it when trials are long.
    public mutating func everyTrial<Element>(
        in share: Int, of list: [Element], test: StaticString = #function
    ) -> [Element] {
        let step = Trials.count(short: share, long: 1, test: test)
        let first = Int.random(in: 0..<min(step, max(list.count, 1)), using: &self)
        return stride(from: first, to: list.count, by: step).map { list[$0] }
    }
}
