internal import TuneBytes

extension DownloadSession {
    /// Takes a body to its end and adds it to the part.
    func take(_ response: TransportResponse, total: Int?) async throws(TransferError) -> Ending {
        try makeRoom(for: total)
        note(.began(total: total, kept: store.size))
        // Only now it is known that what was kept is of the version that is sent.
        download.follower?.announces(total)
        download.follower?.grew(to: store.size)
        var opening: [UInt8]? = store.size == 0 && download.openingSize > 0 ? [] : nil
        var checkpoint = (size: store.size, time: clock.now())
        while true {
            let piece: [UInt8]?
            do throws(TransportFailure) {
                piece = try await response.body.next()
            } catch {
                if case .malformed(let reason) = error { return .broken(reason, asked: nil) }
                return try ending(error, at: response.head.address)
            }
            guard let piece else { break }
            bytes.add(piece.count)
            guard let ready = try past(&opening, piece, response.head) else { continue }
            try add(ready, total, response.head)
            try keep(&checkpoint)
        }
        if let opening {
            try refuse(opening, response.head)
            try add(opening, total, response.head)
        }
        return try finished(response.head, total)
    }

    /// The bytes that may be written, given the next ones: none as long as too few have come to tell what it is.
    private func past(
        _ opening: inout [UInt8]?, _ piece: [UInt8], _ head: ResponseHead
    ) throws(TransferError) -> [UInt8]? {
        guard let held = opening else { return piece }
        let all = held + piece
        opening = all
        if all.count < download.openingSize { return nil }
        try refuse(all, head)
        opening = nil
        return all
    }

    private func finished(_ head: ResponseHead, _ total: Int?) throws(TransferError) -> Ending {
        if let total, store.size < total { return .broken(FailureTally.short, asked: nil) }
        if head.endsWithConnection, store.state.checksum == nil { throw .uncertainEnd(head.address) }
        return .whole
    }

    private func add(_ piece: [UInt8], _ total: Int?, _ head: ResponseHead) throws(TransferError) {
        let limit = min(total ?? .max, download.policy.mostBytes)
        guard piece.count <= limit - store.size else { throw .tooLong(head.address, limit: limit) }
        try disk { store throws(ByteError) in try store.append(piece) }
        download.follower?.grew(to: store.size)
        note(.received(store.size))
    }

    /// Makes what is here survive a crash, now and then.
    private func keep(_ last: inout (size: Int, time: Duration)) throws(TransferError) {
        let now = clock.now()
        let isDue =
            store.size - last.size >= download.policy.checkpointBytes
            || now - last.time >= download.policy.checkpointTime
        guard isDue else { return }
        try disk { store throws(ByteError) in try store.checkpoint() }
        last = (store.size, now)
    }

    private func refuse(_ opening: [UInt8], _ head: ResponseHead) throws(TransferError) {
        if !download.mayBePage, BodyPrefix.isPage(opening) || head.mediaType == "text/html" {
            throw .page(head.address, opening: BodyPrefix.shown(opening, mask(head)))
        }
        if let mayBegin = download.mayBegin, !mayBegin(Array(opening.prefix(BodyPrefix.size))) {
            throw .notTheFile(head.address, opening: BodyPrefix.shown(opening, mask(head)))
        }
    }

    private func makeRoom(for total: Int?) throws(TransferError) {
        guard let total else { return }
        if total > download.policy.mostBytes {
            throw .tooLong(source, limit: download.policy.mostBytes)
        }
        let needed = total - store.size
        if let free = download.freeSpace(download.target), free < needed {
            throw .noRoom(path: download.target, needed: needed, free: free)
        }
    }
}
