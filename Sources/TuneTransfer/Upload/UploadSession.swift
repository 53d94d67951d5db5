internal import TuneBytes

/// One run of an upload.
struct UploadSession: Sendable {
    let upload: FileUpload
    let transport: any Transport
    let clock: TransferClock
    let note: @Sendable (TransferNote) -> Void
    private let original: OriginalFile
    private let body: UploadBody

    private static let mostRedirections = 5

    /// Reads the file, unless it is announced what it holds.
    init(
        _ upload: FileUpload, over transport: any Transport, clock: TransferClock,
        note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(TransferError) {
        self.upload = upload
        self.transport = transport
        self.clock = clock
        self.note = note
        original = try await OriginalFile(upload)
        body = UploadBody(upload.packing, sha256: original.contents.sha256)
    }

    func untilSent() async throws(TransferError) -> FileUpload.Sent {
        var address = upload.destination
        for _ in 0...Self.mostRedirections {
            let answer = try await self.answer(at: address)
            switch answer.head.status {
            case 200..<300: return try checked(answer)
            case 307, 308: address = try Route.next(answer.head)
            case 303: return try checked(try await followed(answer.head))
            case 301, 302:
                throw .redirection(from: address, reason: "in a way that does not take the file along")
            default: return FileUpload.Sent(contents: original.contents, answer: answer)
            }
        }
        throw .redirection(from: address, reason: "more than \(Self.mostRedirections) times")
    }

    private func answer(at address: WebAddress) async throws(TransferError) -> Exchange.Answer {
        let trail = UploadTrail()
        let request = request(to: address, trail: trail)
        var session = ExchangeSession(
            request: request, repeats: upload.repeats, limit: 16 << 20, transport: transport,
            policy: upload.policy, clock: clock, note: note)
        if case .plain = upload.packing { session.lookUp = { await storedAnswer(to: request, trail: trail) } }
        do throws(TransferError) {
            return try await session.untilAnswered()
        } catch {
            throw trail.refusal ?? error
        }
    }

    /// The answer that is elsewhere (303): it is asked for, the file is not sent again.
    private func followed(_ head: ResponseHead) async throws(TransferError) -> Exchange.Answer {
        let address = try Route.next(head)
        let question = TransportRequest(
            address: address, headers: upload.headers, token: token(for: address))
        let exchange = Exchange(over: transport, policy: upload.policy, clock: clock, note: note)
        return try await exchange.answer(to: question, repeats: .freely)
    }

    private func token(for address: WebAddress) -> Secret? {
        address.origin == upload.destination.origin ? upload.token : nil
    }

    private func request(to address: WebAddress, trail: UploadTrail) -> TransportRequest {
        var headers = upload.headers
        if let type = body.contentType { headers.add("Content-Type", type) }
        if headers["User-Agent"] == nil { headers.add("User-Agent", "tuneprep") }
        let (original, body) = (original, body)
        let length = body.opening.count + original.contents.size + body.closing.count
        let content = RequestBody(length: length) { () throws(ByteError) -> any RequestPieces in
            try FilePieces(of: original, within: body, trail: trail)
        }
        return TransportRequest(
            body.method, address: address, headers: headers, token: token(for: address), body: content)
    }

    private func checked(_ answer: Exchange.Answer) throws(TransferError) -> FileUpload.Sent {
        if let objection = upload.objection(answer, original.contents) {
            throw .storedOtherwise(answer.head.address, reason: objection)
        }
        return FileUpload.Sent(contents: original.contents, answer: answer)
    }

    /// The store's answer about what it has under the name, if that is what was sent: as long, and with the MD5 that
    /// stores give as the entity tag of what came in one piece.
    private func storedAnswer(to put: TransportRequest, trail: UploadTrail) async -> Exchange.Answer? {
        var question = put
        (question.method, question.body) = ("HEAD", nil)
        var policy = upload.policy
        policy.tries = 1
        let exchange = Exchange(over: transport, policy: policy, clock: clock)
        guard let answer = try? await exchange.answer(to: question, repeats: .freely),
            answer.head.status == 200, answer.head.contentLength == original.contents.size,
            let md5 = trail.md5, answer.head.headers["ETag"]?.lowercased() == "\"\(md5)\""
        else { return nil }
        return answer
    }
}
