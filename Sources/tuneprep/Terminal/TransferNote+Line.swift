import TuneBytes
import TuneTokens
import TuneTransfer

extension TransferNote {
    /// The note as a line on standard error; nil for one that comes too often to be said.
    var line: String? {
        switch self {
        case .began(let total, let kept):
            let size = total.map { "\(grouped($0)) bytes" } ?? "a file of unknown size"
            return "fetching \(size)" + (kept > 0 ? ", \(grouped(kept)) of them here already" : "")
        case .received, .sent: return nil
        case .startedOver(let restart): return "starting again: \(restart.rawValue)"
        case .waits(let reason, let pause):
            let seconds = pause.components.seconds
            return "\(reason); trying again" + (seconds > 0 ? " in \(seconds) s" : "")
        }
    }
}
