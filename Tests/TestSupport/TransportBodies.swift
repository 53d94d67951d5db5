import Synchronization
import TuneBytes
public import TuneTransfer

/// An answer's body that comes in one piece.
public final class WholeBody: TransportBody {
    private let bytes: Mutex<[UInt8]>

    /// A body of these bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = Mutex(bytes)
    }

    /// All of it, then nothing.
    public func next() async throws(TransportFailure) -> [UInt8]? {
        let rest = bytes.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
        return rest.isEmpty ? nil : rest
    }
}

extension TransportRequest {
    /// What is sent with it.
    public func bodyBytes() async throws(TransportFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(ByteError) {
            guard let pieces = try body?.begin() else { return [] }
            while let piece = try await pieces.next() { bytes += piece }
        } catch {
            throw .unreadable(error)
        }
        return bytes
    }
}
