import Synchronization
import TuneCommand
import TunePipeline
import TuneText
import TuneTransfer

/// Shows how far a file has come: a bar on a terminal or a line now and then, and what is worth a line everywhere.
final class TransferBar: Sendable {
    private let isBar: Bool
    private let isPlain: Bool
    private let isQuiet: Bool
    private let state = Mutex(State())

    private struct State {
        var last = ContinuousClock.now
        var total: Int?
        var unpacked: Int?
        var received = 0
        var isShown = false
    }

    /// A bar, shown as `choice` says; `isQuiet` shows nothing.
    init(_ choice: ProgressBar.Choice, isQuiet: Bool) {
        self.isQuiet = isQuiet
        isBar = !isQuiet && (choice == .bar || choice == .auto && Terminal.showsProgress)
        isPlain = !isQuiet && choice == .plain
    }

    /// Takes what a transfer tells.
    func note(_ note: TransferNote) {
        switch note {
        case .received(let bytes): show(bytes, of: nil)
        case .sent(let bytes, let total): show(bytes, of: total)
        case .began(let total, _): state.withLock { $0.total = total }
        default: break
        }
        if !isQuiet, let line = note.line { say(line) }
    }

    /// Takes how much of what is here was unpacked.
    func unpacked(_ progress: Progress) {
        state.withLock { $0.unpacked = progress.bytes }
        show(nil, of: progress.size)
    }

    /// A line of its own.
    func say(_ line: String) {
        finish()
        if !isQuiet { Terminal.say(line + "\n") }
    }

    /// Wipes the bar.
    func finish() {
        let isShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if isShown, isBar { Terminal.say("\r\u{1B}[K") }
    }

    private func show(_ bytes: Int?, of known: Int?) {
        guard isBar || isPlain else { return }
        let pause = ProgressBar.pause(isBar: isBar)
        let line = state.withLock { state -> String? in
            if let bytes { state.received = bytes }
            let now = ContinuousClock.now
            guard now - state.last >= pause else { return nil }
            state.last = now
            state.isShown = true
            return Self.line(state.received, state.unpacked, of: known ?? state.total)
        }
        if let line { Terminal.say(isBar ? "\r\u{1B}[K\(line)" : line + "\n") }
    }

    private static func line(_ bytes: Int, _ unpacked: Int?, of total: Int?) -> String {
        guard let total, total > 0 else {
            return "\(bytes.grouped) bytes" + (unpacked.map { ", unpacked \($0.grouped)" } ?? "")
        }
        func share(_ bytes: Int) -> String { "\(bytes / max(1, total / 100)) %" }
        return "\(bytes.grouped) of \(total.grouped) bytes, \(share(bytes))"
            + (unpacked.map { ", unpacked \(share($0))" } ?? "")
    }
}
