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

    /// A log that prints a line for every answer.
    init(print: @escaping @Sendable (String) -> Void) { self.print = print }

    /// Adds a request that came in, and returns its index.
    func add(_ entry: Entry) -> Int {
        entries.withLock {
            $0.append(entry)
            return $0.count - 1
        }
    }

    /// Notes the status of the answer to a request; 0 for a connection that was closed.
    func answer(_ index: Int, status: Int) {
        let entry = entries.withLock {
            $0[index].status = status
            return $0[index]
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
