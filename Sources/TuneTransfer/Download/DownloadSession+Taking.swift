internal import TuneBytes

extension DownloadSession {
    /// Takes a body to its end and adds it to the part.
    func take(_ response: TransportResponse, total: Int?) async throws(TransferError) -> TryEnding {
        try makeRoom(for: total)
        note(.began(total: total, kept: store.size))
        // Only now it is known that what was kept is of the version that is sent.
        reader?.announces(total)
        reader?.grew(to: store.size)
        var opening: [UInt8]? = store.size == 0 && download.openingSize > 0 ? [] : nil
        var checkpoint = (size: store.size, time: clock.now())
        while true {
            let piece: [UInt8]?
            do throws(TransportFailure) {
                piece = try await response.body.next()
            } catch {
                if case .malformed(let reason) = error { return .retry(reason: reason, asked: nil) }
                return try ending(error, at: response.head.address)
            }
            guard let piece else { break }
            bytes.add(piece.count)
            guard let ready = try unheld(&opening, adding: piece, head: response.head) else { continue }
            try add(ready, total: total, head: response.head)
            try checkpointIfDue(since: &checkpoint)
        }
        if let opening {
            try check(opening: opening, head: response.head)
            try add(opening, total: total, head: response.head)
        }
        return try ending(of: response.head, total: total)
    }

    /// The bytes that may be written, given the next ones: none as long as too few have come to tell what it is.
    private func unheld(
        _ opening: inout [UInt8]?, adding piece: [UInt8], head: ResponseHead
    ) throws(TransferError) -> [UInt8]? {
        guard let held = opening else { return piece }
        let all = held + piece
        opening = all
        if all.count < download.openingSize { return nil }
        try check(opening: all, head: head)
        opening = nil
        return all
    }

    /// How a try ended whose body came to its end.
    private func ending(of head: ResponseHead, total: Int?) throws(TransferError) -> TryEnding {
        if let total, store.size < total { return .retry(reason: FailureTally.short, asked: nil) }
        if head.endsWithConnection, store.state.checksum == nil { throw .uncertainEnd(head.address) }
        return .whole
    }

    private func add(_ piece: [UInt8], total: Int?, head: ResponseHead) throws(TransferError) {
        let limit = min(total ?? .max, policy.mostBytes)
        guard piece.count <= limit - store.size else { throw .tooLong(head.address, limit: limit) }
        try disk { store throws(ByteError) in try store.append(piece) }
        reader?.grew(to: store.size)
        note(.received(store.size))
    }

    /// Makes what is here survive a crash, as often as the policy says.
    private func checkpointIfDue(since last: inout (size: Int, time: Duration)) throws(TransferError) {
        let now = clock.now()
        let isDue =
            store.size - last.size >= policy.checkpointBytes
            || now - last.time >= policy.checkpointTime
        guard isDue else { return }
        try disk { store throws(ByteError) in try store.checkpoint() }
        last = (store.size, now)
    }

    /// Throws when a file does not begin so.
    private func check(opening: [UInt8], head: ResponseHead) throws(TransferError) {
        if !download.mayBePage, BodyPrefix.isPage(opening) || head.mediaType == "text/html" {
            throw .page(head.address, opening: BodyPrefix.shown(opening, without: mask))
        }
        let isKnown = source.signatureLength > 0
        if isKnown, !source.mayBegin(with: Array(opening.prefix(download.openingSize))) {
            throw .notTheFile(head.address, opening: BodyPrefix.shown(opening, without: mask))
        }
    }

    private func makeRoom(for total: Int?) throws(TransferError) {
        guard let total else { return }
        if total > policy.mostBytes {
            throw .tooLong(address, limit: policy.mostBytes)
        }
        let needed = total - store.size
        if let free = download.freeSpace(download.target), free < needed {
            throw .noRoom(path: download.target, needed: needed, free: free)
        }
    }
}
