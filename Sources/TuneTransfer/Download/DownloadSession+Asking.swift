internal import TuneBytes

extension DownloadSession {
    /// Asks for what is missing, and takes it.
    func ask() async throws(TransferError) -> TryEnding {
        let route = try await Route.follow(request, over: transport, source: source, mask: mask)
        for head in route.heads { mask = mask.and(head.address) }
        let response: TransportResponse
        switch route.answer {
        case .success(let answer): response = answer
        case .failure(let failure): return try ending(failure, at: route.address)
        }
        let decision: ResumeDecision
        do throws(TransferError) {
            decision = try ResumeDecision(
                response.head, isSigned: isSigned(route, head: response.head), part: store.state,
                size: requestedStart)
        } catch {
            throw await explained(error, by: response)
        }
        let checksum = source.checksum(announcedBy: route.heads)
        switch decision {
        case .takeRest, .takeNothing(.whole):
            // What is here was announced to be something else.
            guard store.state.checksum == checksum else { return .startOver(.changed) }
        default: break
        }
        return try await follow(decision, with: response, checksum: checksum)
    }

    private func follow(
        _ decision: ResumeDecision, with response: TransportResponse, checksum: Checksum?
    ) async throws(TransferError) -> TryEnding {
        let head = response.head
        switch decision {
        case .takeRest:
            isPieced = true
            return try await take(response, total: head.contentRange?.total ?? store.state.total)
        case .takeAll(let reason):
            try beginOver(reason)
            let total = head.contentLength
            try disk { store throws(ByteError) in
                try store.describe(validator: head.validator, total: total, checksum: checksum)
            }
            return try await take(response, total: total)
        case .takeNothing(let ending):
            if ending == .whole {
                reader?.announces(store.size)
                reader?.grew(to: store.size)
            }
            return ending
        }
    }

    /// Whether the address is good for a while only, and a new one can be had.
    private func isSigned(_ route: Route, head: ResponseHead) -> Bool {
        if source.isRenewable { return true }
        // Where the token went, a 401 is about the token.
        let isAboutToken = head.status == 401 && token != nil && head.address.origin == address.origin
        return route.isRedirected && !isAboutToken
    }

    /// The request for what is missing. Without something that tells versions apart nothing can be continued.
    private var request: TransportRequest {
        var headers: HeaderList = ["Accept-Encoding": "identity", "Accept": "*/*", "User-Agent": "tuneprep"]
        if requestedStart > 0, let validator = store.state.validator {
            headers.add("Range", "bytes=\(requestedStart)-")
            headers.add("If-Range", validator.text)
        }
        return TransportRequest(address: address, headers: headers, token: token)
    }

    /// A new address from elsewhere is not the one the token is for.
    private var token: Secret? { address.origin == source.address.origin ? source.token : nil }

    private var requestedStart: Int { store.state.validator == nil ? 0 : store.size }

    /// How a try ended for which there is no answer, or not all of it.
    func ending(_ failure: TransportFailure, at address: WebAddress) throws(TransferError) -> TryEnding {
        switch failure {
        case .unreachable(let reason), .broken(let reason): return .retry(reason: reason, asked: nil)
        case .malformed(let reason): throw .malformed(address, reason: reason)
        case .insecure(let reason): throw .insecure(address, reason: reason)
        case .proxy(let reason): throw .proxy(reason)
        case .unreadable(let error): throw .disk(error)
        case .cancelled: throw interrupted
        }
    }

    /// The error with the server's own words, of which at most 64 KiB are read; they never touch the part.
    private func explained(_ error: TransferError, by response: TransportResponse) async -> TransferError {
        var opening: [UInt8] = []
        while opening.count < 64 << 10, let more = try? await response.body.next() {
            bytes.add(more.count)
            opening += more
        }
        if let better = source.refusal(in: response.head, opening: opening, mask: mask) { return better }
        guard case .refused(let address, let status, _) = error, !BodyPrefix.isPage(opening) else {
            return error
        }
        return .refused(address, status: status, detail: BodyPrefix.shown(opening, without: mask))
    }
}
