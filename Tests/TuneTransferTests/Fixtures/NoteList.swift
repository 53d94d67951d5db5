import Synchronization

@testable import TuneTransfer

/// What a download told.
final class NoteList: Sendable {
    private let all = Mutex<[TransferNote]>([])

    func add(_ note: TransferNote) {
        all.withLock { $0.append(note) }
    }

    var restarts: [TransferNote.Restart] {
        all.withLock { $0.compactMap { if case .startedOver(let reason) = $0 { reason } else { nil } } }
    }
}
