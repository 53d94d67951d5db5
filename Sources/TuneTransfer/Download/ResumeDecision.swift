/// What an answer's head means for the part that is here.
enum ResumeDecision: Equatable {
    /// The body continues where the part ends.
    case takeRest
    /// The body is all of it; what is here is forgotten, for the reason named if anything is here.
    case takeAll(TransferNote.Restart)
    /// The body is not taken.
    case takeNothing(TryEnding)

    /// Decides by the last answer, after all redirections. Throws when asking again would not help.
    ///
    /// - Parameters:
    ///   - isSigned: whether its address was given to us for a while, and a new one can be had.
    ///   - part: what was known when we asked; bytes were asked for from its `size` on.
    init(
        _ head: ResponseHead, isSigned: Bool, part: PartState, size: Int
    ) throws(TransferError) {
        switch head.status {
        case 200: self = try Self.whole(head, part: part)
        case 206: self = try Self.partial(head, part: part, size: size)
        case 416: self = try Self.beyondEnd(head, part: part, size: size)
        case 400, 401, 403: self = try Self.denied(head, isSigned: isSigned)
        case 410 where isSigned: self = .takeNothing(.renew(.notFound(head.address)))
        case 404, 410: throw .notFound(head.address)
        case 407: throw .proxy("it wants a user and a password")
        case let status where RetryableStatus(status) != nil:
            let reason = "the server answered with status \(status)"
            self = .takeNothing(.retry(reason: reason, asked: head.retryAfter))
        default: throw .refused(head.address, status: head.status, detail: "")
        }
    }

    private static func again(_ reason: TransferNote.Restart) -> ResumeDecision {
        .takeNothing(.startOver(reason))
    }

    private static func whole(_ head: ResponseHead, part: PartState) throws(TransferError) -> ResumeDecision {
        if head.isEncoded {
            throw .malformed(head.address, reason: "it compressed what was asked for as it is")
        }
        return .takeAll(head.validator == part.validator ? .rangeIgnored : .changed)
    }

    private static func partial(
        _ head: ResponseHead, part: PartState, size: Int
    ) throws(TransferError) -> ResumeDecision {
        guard size > 0 else {
            throw .malformed(head.address, reason: "it sent a part where all was asked for")
        }
        guard !head.isEncoded, head.mediaType != "multipart/byteranges", let given = head.contentRange,
            let range = given.range, range.lowerBound == size,
            head.contentLength.map({ $0 == range.count }) ?? true
        else { return again(.wrongRange) }
        if let total = given.total, let known = part.total, total != known { return again(.wrongRange) }
        // A server that ignores If-Range may send the rest of another version.
        return part.validator?.isContradicted(by: head.headers) == true ? again(.changed) : .takeRest
    }

    private static func beyondEnd(
        _ head: ResponseHead, part: PartState, size: Int
    ) throws(TransferError) -> ResumeDecision {
        guard size > 0 else { throw .refused(head.address, status: head.status, detail: "") }
        guard let total = head.contentRange?.total else { return again(.wrongRange) }
        // As long as what is here is not all of a version that was longer.
        if let known = part.total, total != known { return again(.changed) }
        if part.validator?.isContradicted(by: head.headers) == true { return again(.changed) }
        if total == size { return .takeNothing(.whole) }
        return again(total < size ? .changed : .wrongRange)
    }

    private static func denied(_ head: ResponseHead, isSigned: Bool) throws(TransferError) -> ResumeDecision {
        if head.status == 401, !isSigned { throw .unauthorized(head.address) }
        let error = TransferError.refused(head.address, status: head.status, detail: "")
        guard isSigned else { throw error }
        return .takeNothing(.renew(error))
    }
}
