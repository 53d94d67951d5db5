import TuneBytes
import TuneCommand
import TuneText
import TuneTransfer

extension TransferNote {
    /// The note as a line on standard error; nil for one that comes too often to be said.
    var line: String? {
        switch self {
        case .began(let total, let kept):
            let size = total.map { "\($0.grouped) bytes" } ?? "a file of unknown size"
            return "fetching \(size)" + (kept > 0 ? ", \(kept.grouped) of them here already" : "")
        case .received, .sent: return nil
        case .startedOver(let restart): return "starting again: \(restart.rawValue)"
        case .waits(let reason, let pause):
            let seconds = pause.components.seconds
            return "\(reason); trying again" + (seconds > 0 ? " in \(seconds) s" : "")
        }
    }
}
