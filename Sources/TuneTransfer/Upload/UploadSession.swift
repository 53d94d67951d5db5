internal import TuneBytes

/// One run of an upload.
struct UploadSession: Sendable {
    let upload: FileUpload
    let transport: any Transport
    let clock: TransferClock
    let note: @Sendable (TransferNote) -> Void
    private let original: OriginalFile
    private let envelope: UploadBody

    private static let mostRedirections = 5

    init(
        _ upload: FileUpload, _ transport: any Transport, _ clock: TransferClock,
        _ note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(TransferError) {
        self.upload = upload
        self.transport = transport
        self.clock = clock
        self.note = note
        original = try await OriginalFile(upload)
        envelope = UploadBody(upload.packing, sha256: original.contents.sha256)
    }

    func untilSent() async throws(TransferError) -> FileUpload.Sent {
        var address = upload.destination
        for _ in 0...Self.mostRedirections {
            let answer = try await self.answer(at: address)
            switch answer.head.status {
            case 200..<300: return try checked(answer)
            case 307, 308: address = try Self.next(answer.head)
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
        let request = request(to: address, trail)
        var run = ExchangeSession(
            request: request, repeats: upload.repeats, limit: 16 << 20, transport: transport,
            policy: upload.policy, clock: clock, note: note)
        if case .plain = upload.packing { run.lookUp = { await storedAnswer(request, trail) } }
        do throws(TransferError) {
            return try await run.untilAnswered()
        } catch {
            throw trail.fault ?? error
        }
    }

    /// The answer that stands elsewhere (303): it is asked for, the file is not sent again.
    private func followed(_ head: ResponseHead) async throws(TransferError) -> Exchange.Answer {
        let address = try Self.next(head)
        let question = TransportRequest(
            address: address, headers: upload.headers, token: token(for: address))
        let exchange = Exchange(over: transport, policy: upload.policy, clock: clock, note: note)
        return try await exchange.answer(to: question, repeats: .freely)
    }

    private func token(for address: WebAddress) -> Secret? {
        address.origin == upload.destination.origin ? upload.token : nil
    }

    private func request(to address: WebAddress, _ trail: UploadTrail) -> TransportRequest {
        var headers = upload.headers
        if let type = envelope.contentType { headers.add("Content-Type", type) }
        if headers["User-Agent"] == nil { headers.add("User-Agent", "tuneprep") }
        let (original, envelope) = (original, envelope)
        let length = envelope.opening.count + original.contents.size + envelope.closing.count
        let body = RequestBody(length: length) { () throws(ByteError) -> any RequestPieces in
            try FilePieces(original, envelope, trail)
        }
        return TransportRequest(
            envelope.method, address: address, headers: headers, token: token(for: address), body: body)
    }

    private static func next(_ head: ResponseHead) throws(TransferError) -> WebAddress {
        do throws(RouteFailure) {
            return try Route.next(head)
        } catch {
            guard case .refused(let address, let reason) = error else { return head.address }
            throw .redirection(from: address, reason: reason)
        }
    }

    private func checked(_ answer: Exchange.Answer) throws(TransferError) -> FileUpload.Sent {
        if let objection = upload.objection(answer, original.contents) {
            throw .storedOtherwise(answer.head.address, reason: objection)
        }
        return FileUpload.Sent(contents: original.contents, answer: answer)
    }

    /// The store's answer about what it has under the name, if that is what was sent: as long, and with the MD5 that
    /// stores give as the entity tag of what came in one piece.
    private func storedAnswer(_ put: TransportRequest, _ trail: UploadTrail) async -> Exchange.Answer? {
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
