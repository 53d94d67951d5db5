internal import TuneBytes

extension DownloadSession {
    /// Asks for what is missing, and takes it.
    func ask() async throws(TransferError) -> Ending {
        let route: Route
        do throws(RouteFailure) {
            route = try await Route.follow(request, over: transport, resolve: download.resolve)
        } catch {
            return try ending(error)
        }
        let head = route.response.head
        let checksum = download.checksum(route.heads)
        let verdict = Verdict(
            head, isSigned: isSigned(route), part: store.state,
            size: requestedStart)
        switch verdict {
        case .goesOn where store.state.checksum != checksum:
            return .startedOver(.changed)
        case .goesOn:
            isPieced = true
            return try await take(route.response, total: head.contentRange?.total ?? store.state.total)
        case .fromStart(let reason):
            try beginOver(reason)
            let total = head.contentLength
            try disk { store throws(ByteError) in
                try store.describe(validator: head.validator, total: total, checksum: checksum)
            }
            return try await take(route.response, total: total)
        case .isWhole where checksum == store.state.checksum:
            download.follower?.announces(store.size)
            download.follower?.grew(to: store.size)
            return .whole
        case .isWhole: return .startedOver(.changed)
        case .askAgain(let reason): return .startedOver(reason)
        case .later(let reason, let asked): return .broken(reason, asked: asked)
        case .stale(let error): return .stale(error)
        case .fails(let error): throw await explained(error, route.response)
        }
    }

    /// Whether the address is good for a while only, and a new one can be had.
    private func isSigned(_ route: Route) -> Bool {
        if download.renew != nil { return true }
        let head = route.response.head
        // Where the token went, a 401 is about the token.
        let isAboutToken = head.status == 401 && token != nil && head.address.origin == source.origin
        return route.isRedirected && !isAboutToken
    }

    /// The request for what is missing. Without something that tells versions apart nothing can be continued.
    private var request: TransportRequest {
        var headers: HeaderList = ["Accept-Encoding": "identity", "Accept": "*/*", "User-Agent": "tuneprep"]
        if requestedStart > 0, let validator = store.state.validator {
            headers.add("Range", "bytes=\(requestedStart)-")
            headers.add("If-Range", validator.text)
        }
        return TransportRequest(address: source, headers: headers, token: token)
    }

    /// A new address from elsewhere is not the one the token is for.
    private var token: Secret? { source.origin == download.source.origin ? download.token : nil }

    private var requestedStart: Int { store.state.validator == nil ? 0 : store.size }

    private func ending(_ failure: RouteFailure) throws(TransferError) -> Ending {
        switch failure {
        case .refused(let address, let reason): throw .redirection(from: address, reason: reason)
        case .unresolved(let error): throw error
        case .transport(let failure, let address): return try ending(failure, at: address)
        }
    }

    func ending(_ failure: TransportFailure, at address: WebAddress) throws(TransferError) -> Ending {
        switch failure {
        case .unreachable(let reason), .broken(let reason): return .broken(reason, asked: nil)
        case .malformed(let reason): throw .malformed(address, reason: reason)
        case .insecure(let reason): throw .insecure(address, reason: reason)
        case .proxy(let reason): throw .proxy(reason)
        case .unreadable(let error): throw .disk(error)
        case .cancelled: throw .interrupted(path: download.target, kept: store.size)
        }
    }

    /// The error with the server's own words, of which at most 64 KiB are read; they never touch the part.
    private func explained(_ error: TransferError, _ response: TransportResponse) async -> TransferError {
        var opening: [UInt8] = []
        while opening.count < 64 << 10, let more = try? await response.body.next() {
            bytes.add(more.count)
            opening += more
        }
        if let better = download.refusal(response.head, opening) { return better }
        guard case .refused(let address, let status, _) = error, !BodyPrefix.isPage(opening) else {
            return error
        }
        return .refused(address, status: status, detail: BodyPrefix.shown(opening, mask(response.head)))
    }

    /// What a server's words are told without: the token, and what the addresses carry.
    func mask(_ head: ResponseHead) -> SecretMask {
        download.mask.and(download.token).and(source).and(head.address)
    }
}
