import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// What was asked and answered: never a header's value, never a query.
final class RequestLog: Sendable {
    enum Authorization: String { case none, matched, wrong }

    struct Entry: Sendable {
        let origin: String
        let method: String
        let path: String
        let headers: [String]
        let authorization: Authorization
        /// Nil while there is no answer; 0 for a connection that was closed.
        var status: Int?
    }

    private let entries = Mutex<[Entry]>([])
    private let print: @Sendable (String) -> Void

    init(print: @escaping @Sendable (String) -> Void) { self.print = print }

    /// Notes a request that came in, and gives its place.
    func add(_ entry: Entry) -> Int {
        entries.withLock {
            $0.append(entry)
            return $0.count - 1
        }
    }

    /// Notes its answer.
    func answer(_ place: Int, status: Int) {
        let entry = entries.withLock {
            $0[place].status = status
            return $0[place]
        }
        print("\(entry.method) \(entry.path) \(status)\n")
    }

    /// The log as `GET /sandbox/requests` gives it.
    var json: JSON {
        let list = entries.withLock { $0 }
        return [
            "requests": .array(
                list.map {
                    [
                        "origin": .string($0.origin), "method": .string($0.method), "path": .string($0.path),
                        "headers": .array($0.headers.map(JSON.string)),
                        "authorization": .string($0.authorization.rawValue),
                        "status": $0.status.map(JSON.integer) ?? .null,
                    ]
                })
        ]
    }
}
