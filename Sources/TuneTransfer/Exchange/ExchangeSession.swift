internal import TuneBytes

/// One question on its way: asked until there is an answer, or until asking again would not help or would do harm.
struct ExchangeSession: Sendable {
    var request: TransportRequest
    var repeats: Exchange.Repeats
    var limit: Int
    var transport: any Transport
    var policy: TransferPolicy
    var clock: TransferClock
    var note: @Sendable (TransferNote) -> Void
    /// Finds out whether a request that may have arrived was obeyed: the answer if it was. Without it such a request
    /// is only repeated freely.
    var lookUp: (@Sendable () async -> Exchange.Answer?)?

    /// How a try ended.
    private enum Ending: Sendable {
        case answered(Exchange.Answer)
        case failed(TransportFailure)
        case tooLong
    }

    func untilAnswered() async throws(TransferError) -> Exchange.Answer {
        if request.token != nil, request.address.origin.scheme != "https", !request.address.origin.isLoopback
        {
            throw .tokenInTheClear(request.address.origin)
        }
        var failures = 0
        while true {
            let progress = SendingProgress()
            let ending = await watchedTry(progress)
            failures += 1
            switch ending {
            case .tooLong: throw .tooLong(request.address, limit: limit)
            case .answered(let answer):
                guard mayPass(answer.head), failures < policy.tries else { return answer }
                let reason = "the server answered with status \(answer.head.status)"
                try await pause(reason, asked: answer.head.retryAfter, failures: failures)
            case .failed(let failure):
                let reason = try reasonToRepeat(after: failure, progress: progress)
                if isUncertain(failure, after: progress), let answer = await lookUp?() { return answer }
                guard failures < policy.tries else {
                    throw .gaveUp(request.address, tries: failures, last: reason)
                }
                try await pause(reason, asked: nil, failures: failures)
            }
        }
    }

    /// Tries once, and breaks off when neither bytes leave nor come, or no answer does.
    private func watchedTry(_ progress: SendingProgress) async -> Ending {
        progress.bytes.awaitAnswer((request.body?.length ?? 0) == 0)
        let (ending, stall) = await SpeedGauge.watching(progress.bytes, policy: policy, clock: clock) {
            await tryOnce(progress)
        }
        // A try that was broken off says only that it was cancelled.
        if case .failed(.cancelled) = ending, let stall, !Task.isCancelled {
            return .failed(.broken(stall))
        }
        return ending ?? .failed(.cancelled)
    }

    private func tryOnce(_ progress: SendingProgress) async -> Ending {
        var request = request
        request.body = request.body.map { progress.watched($0, note: note) }
        do throws(TransportFailure) {
            let response = try await transport.send(request)
            progress.bytes.awaitAnswer(false)
            return try await read(response, counting: progress.bytes)
        } catch {
            return .failed(error)
        }
    }

    /// Reads a body to its end. Of what is only an explanation the beginning will do.
    private func read(
        _ response: TransportResponse, counting bytes: ByteCount
    ) async throws(TransportFailure) -> Ending {
        let isExplanation = response.head.status >= 300
        let limit = isExplanation ? min(limit, 64 << 10) : limit
        var body: [UInt8] = []
        do throws(TransportFailure) {
            while let piece = try await response.body.next() {
                bytes.add(piece.count)
                body += piece
                guard body.count > limit else { continue }
                if !isExplanation { return .tooLong }
                body.removeLast(body.count - limit)
                break
            }
        } catch {
            guard isExplanation, error != .cancelled else { throw error }
        }
        return .answered(Exchange.Answer(head: response.head, body: body))
    }

    /// Whether the server says that it would do later what it did not do now.
    private func mayPass(_ head: ResponseHead) -> Bool {
        switch RetryableStatus(head.status) {
        case .postponed: repeats == .freely || head.retryAfter != nil
        case .failed: repeats == .freely
        case nil: false
        }
    }

    /// What to say before another try; throws when there must be none.
    private func reasonToRepeat(
        after failure: TransportFailure, progress: SendingProgress
    ) throws(TransferError) -> String {
        switch failure {
        case .unreachable(let reason): return reason
        case .insecure(let reason): throw .insecure(request.address, reason: reason)
        case .proxy(let reason): throw .proxy(reason)
        case .unreadable(let error): throw .disk(error)
        case .broken(let reason):
            if mustNotRepeat(after: progress) { throw .mayHaveArrived(request.address, reason: reason) }
            return reason
        case .malformed(let reason):
            if mustNotRepeat(after: progress) { throw .mayHaveArrived(request.address, reason: reason) }
            throw .malformed(request.address, reason: reason)
        case .cancelled:
            if mustNotRepeat(after: progress) {
                throw .mayHaveArrived(request.address, reason: "we were interrupted")
            }
            throw .cancelled(request.address)
        }
    }

    /// Whether the server may have begun with what must not be begun twice.
    private func mustNotRepeat(after progress: SendingProgress) -> Bool {
        switch repeats {
        case .freely: false
        case .unlessBegun: true
        case .unlessWhole: progress.sent >= request.body?.length ?? 0
        }
    }

    private func isUncertain(_ failure: TransportFailure, after progress: SendingProgress) -> Bool {
        if case .broken = failure { return progress.sent >= request.body?.length ?? 0 }
        return false
    }

    /// Waits before another try, as long as the server asked for or as the failures make it.
    private func pause(
        _ reason: String, asked: Duration?, failures: Int
    ) async throws(TransferError) {
        if let asked, asked > policy.longestWait { throw .busy(request.address, wait: asked) }
        let pause = policy.pause(asked: asked, failures: failures - 1, chance: clock.chance())
        note(.waits(reason: reason, pause: pause))
        do {
            try await clock.sleep(pause, .retry)
        } catch {
            throw .cancelled(request.address)
        }
    }
}
