import Synchronization
package import TunePipeline
import TuneText

/// Shows how far a run has come: a bar on a terminal, a line now and then in a log, or nothing.
package final class ProgressBar: Sendable {
    /// How progress is shown.
    package enum Choice: String, CaseIterable { case auto, bar, plain, none }

    private let isBar: Bool
    private let state: Mutex<State>

    private struct State {
        var start = ContinuousClock.now
        var last = ContinuousClock.now
        var isShown = false
        var path = ""
    }

    /// nil when nothing is to be shown.
    package init?(_ choice: Choice) {
        let shows = choice == .bar || (choice == .auto && Terminal.showsProgress)
        guard shows || choice == .plain else { return nil }
        isBar = shows
        state = Mutex(State())
    }

    /// How long what is shown stays as it is: a bar may move, lines fill a log.
    package static func pause(isBar: Bool) -> Duration { isBar ? .milliseconds(120) : .seconds(30) }

    /// Takes a report, and shows it when it is time to.
    package func update(_ progress: Progress) {
        let now = ContinuousClock.now
        let pause = Self.pause(isBar: isBar)
        let elapsed = state.withLock { state -> Duration? in
            if state.path != progress.path {
                state.path = progress.path
                state.start = now
            }
            guard now - state.last >= pause else { return nil }
            state.last = now
            state.isShown = true
            return now - state.start
        }
        guard let elapsed else { return }
        let line = line(progress, elapsed)
        Terminal.say(isBar ? "\r\u{1B}[K\(line)" : line + "\n")
    }

    /// Wipes the bar, so that something else can be said.
    package func finish() {
        if isBar, state.withLock({ $0.isShown }) { Terminal.say("\r\u{1B}[K") }
    }

    private func line(_ progress: Progress, _ elapsed: Duration) -> String {
        let milliseconds = max(
            1,
            Int(elapsed.components.seconds) * 1000
                + Int(elapsed.components.attoseconds / 1_000_000_000_000_000))
        let rate = progress.bytes / milliseconds / 1000
        var line = "\(DisplayText.visible(progress.path)): "
        if progress.records > 0 { line += "\(plural(progress.records, progress.noun)), " }
        if progress.records > 0, progress.noun == "row" {
            line += "\((progress.records * 1000 / milliseconds).grouped) rows/s, "
        }
        line += "\(rate) MB/s"
        if let size = progress.size, size > 0, progress.bytes > 0 {
            // As Double, since products of sizes that a header only claims do not fit into an Int.
            let share = min(1, Double(progress.bytes) / Double(size))
            let left = (1 / share - 1) * Double(milliseconds) / 1000
            line += ", \(Int(share * 100)) %, \(Int(min(left, 1e9))) s left"
        }
        return line
    }
}
