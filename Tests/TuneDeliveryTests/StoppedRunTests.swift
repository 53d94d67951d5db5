import Synchronization
import TestSupport
import Testing
import TuneBytes
import TuneCosts

@testable import TuneDelivery
@testable import TunePipeline

/// A run that somebody stops ends at the next read.
@Suite("runs that are stopped")
struct StoppedRunTests {
    /// Says to stop from the question of that number on.
    private final class Questions: Sendable {
        private let left: Atomic<Int>
        init(before number: Int) { left = Atomic(number) }
        func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
    }

    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        let rows = (0..<12).map { "Why is it \($0)?,Because it is \($0)\n" }.joined()
        path = try folder.write(Array("question,answer\n\(rows)".utf8), to: "train.csv")
    }

    private func source(_ questions: Int) -> SourceFile {
        var source = SourceFile(path: path)
        let asked = Questions(before: questions)
        source.cancellation = Cancellation { asked.isOver() }
        return source
    }

    /// Stops a run at every one of its reads; returns how many it has.
    private func stopEverywhere(_ run: (SourceFile) async throws(RunError) -> Void) async -> Int {
        for reads in 0..<100 {
            do throws(RunError) {
                try await run(source(reads))
                return reads
            } catch {
                #expect(error.isStopped && error.message == "stopped", "after \(reads) reads: \(error)")
            }
        }
        return 100
    }

    @Test("a check, a quote and a delivery stop at any of their reads")
    func stopped() async {
        let check = await stopEverywhere { source throws(RunError) in
            _ = try await CheckRun(CheckOptions(training: [source])).result()
        }
        let quote = await stopEverywhere { source throws(RunError) in
            let run = CostRun(training: [source], validation: nil, workers: 2)
            _ = try await run.quotes(for: [CostRun.candidate("Meta-Llama-3-8B")]) { _ in
                QuoteRequest(provider: .nscale, model: "m", plan: try TrainingPlan(epochs: 1, evals: 0))
            }
        }
        let delivery = await stopEverywhere { source throws(RunError) in
            _ = try await UploadRun(CheckOptions(training: [source])).plan()
        }
        #expect((1..<100).contains(check) && (1..<100).contains(quote))
        #expect(delivery > check && delivery < 100, "it reads the file once more")
    }
}
