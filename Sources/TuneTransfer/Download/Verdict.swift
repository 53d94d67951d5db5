/// What an answer's head means for the part that is here.
enum Verdict: Equatable {
    /// The body goes on where the part ends.
    case goesOn
    /// The body is all of it; what is here is forgotten, for the reason named if anything is here.
    case fromStart(TransferNote.Restart)
    /// Nothing is missing.
    case isWhole
    /// What is here is no use, and neither is this answer: ask again for all of it.
    case askAgain(TransferNote.Restart)
    /// Try again later.
    case later(String, asked: Duration?)
    /// The address, which was given to us for a while, is not good any more: ask for a new one.
    case stale(TransferError)
    case fails(TransferError)

    /// - Parameters:
    ///   - head: the last answer, behind all redirections.
    ///   - isSigned: whether its address was given to us for a while, and a new one can be had.
    ///   - part: what was known when we asked; bytes were asked for from its `size` on.
    init(_ head: ResponseHead, isSigned: Bool, part: PartState, size: Int) {
        switch head.status {
        case 200: self = Self.whole(head, part)
        case 206: self = Self.partial(head, part, size)
        case 416: self = Self.beyondEnd(head, part, size)
        case 400, 401, 403: self = Self.denied(head, isSigned)
        case 410 where isSigned: self = .stale(.notFound(head.address))
        case 404, 410: self = .fails(.notFound(head.address))
        case 407: self = .fails(.proxy("it wants a user and a password"))
        case 408, 425, 429, 500, 502, 503, 504:
            self = .later("the server answered with status \(head.status)", asked: head.retryAfter)
        default: self = .fails(.refused(head.address, status: head.status, detail: ""))
        }
    }

    private static func whole(_ head: ResponseHead, _ part: PartState) -> Verdict {
        if head.isEncoded {
            return .fails(.malformed(head.address, reason: "it compressed what was asked for as it is"))
        }
        return .fromStart(head.validator == part.validator ? .rangeIgnored : .changed)
    }

    private static func partial(_ head: ResponseHead, _ part: PartState, _ size: Int) -> Verdict {
        guard size > 0 else {
            return .fails(.malformed(head.address, reason: "it sent a part where all was asked for"))
        }
        guard !head.isEncoded, head.mediaType != "multipart/byteranges", let given = head.contentRange,
            let range = given.range, range.lowerBound == size,
            head.contentLength.map({ $0 == range.count }) ?? true
        else { return .askAgain(.wrongRange) }
        if let total = given.total, let known = part.total, total != known { return .askAgain(.wrongRange) }
        // A server that ignores If-Range may send the rest of another version.
        return part.validator?.isContradicted(by: head.headers) == true ? .askAgain(.changed) : .goesOn
    }

    private static func beyondEnd(_ head: ResponseHead, _ part: PartState, _ size: Int) -> Verdict {
        guard size > 0 else { return .fails(.refused(head.address, status: head.status, detail: "")) }
        guard let total = head.contentRange?.total else { return .askAgain(.wrongRange) }
        // As long as what is here is not all of a version that was longer.
        if let known = part.total, total != known { return .askAgain(.changed) }
        if part.validator?.isContradicted(by: head.headers) == true { return .askAgain(.changed) }
        if total == size { return .isWhole }
        return .askAgain(total < size ? .changed : .wrongRange)
    }

    private static func denied(_ head: ResponseHead, _ isSigned: Bool) -> Verdict {
        if head.status == 401, !isSigned { return .fails(.unauthorized(head.address)) }
        let error = TransferError.refused(head.address, status: head.status, detail: "")
        return isSigned ? .stale(error) : .fails(error)
    }
}
