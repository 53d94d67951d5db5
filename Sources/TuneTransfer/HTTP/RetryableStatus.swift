/// A status after which the same request may be answered a little later: the one list of those that are tried again.
package enum RetryableStatus: Sendable {
    /// 429, 503: the server says that it did not begin, and may say when to come back.
    case postponed
    /// 408, 425, 500, 502, 504: something on the way failed, and nobody knows how far the request came.
    case failed

    /// Nil for a status that would be the same the next time.
    package init?(_ status: Int) {
        switch status {
        case 429, 503: self = .postponed
        case 408, 425, 500, 502, 504: self = .failed
        default: return nil
        }
    }
}
