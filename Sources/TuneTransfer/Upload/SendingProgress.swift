internal import Synchronization
internal import TuneBytes

/// How far one try to send a request has come.
final class SendingProgress: Sendable {
    /// Bytes of the question and of the answer.
    let bytes = ByteCount()
    private let count = Atomic<Int>(0)

    /// How many bytes of the body were handed to the network, at most.
    var sent: Int { count.load(ordering: .acquiring) }

    /// `body`, counted when it is sent; after its last byte it is the server's turn.
    func watched(_ body: RequestBody, note: @escaping @Sendable (TransferNote) -> Void) -> RequestBody {
        RequestBody(length: body.length) { () throws(ByteError) -> any RequestPieces in
            WatchedPieces(of: try body.begin()) { piece in
                let sent = self.count.add(piece, ordering: .acquiringAndReleasing).newValue
                self.bytes.add(piece)
                if sent >= body.length { self.bytes.awaitAnswer(true) }
                note(.sent(sent, of: body.length))
            }
        }
    }
}

private final class WatchedPieces: RequestPieces {
    private let pieces: any RequestPieces
    private let notice: @Sendable (Int) -> Void

    init(of pieces: any RequestPieces, notice: @escaping @Sendable (Int) -> Void) {
        self.pieces = pieces
        self.notice = notice
    }

    func next() async throws(ByteError) -> [UInt8]? {
        guard let piece = try await pieces.next() else { return nil }
        notice(piece.count)
        return piece
    }
}
