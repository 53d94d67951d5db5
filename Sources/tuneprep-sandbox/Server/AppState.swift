import Foundation
import Synchronization

/// What all requests share: the store, the scenario, the log, and where the sandbox listens.
final class AppState: Sendable {
    /// The only token the sandbox takes; it opens nothing else.
    static let token = "rehearsal-token-not-a-secret"

    let store: Store
    let clock: Clock
    let log: RequestLog
    let archives = ArchiveCache()
    private let settings: Mutex<Scenario>
    private let counts = Mutex<[Int]>([])
    private let origins = Mutex<[String: String]>([:])

    /// The state around a store; `print` gets a line for every answer.
    init(
        _ store: Store, scenario: Scenario, clock: Clock = .system,
        print: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.store = store
        self.clock = clock
        log = RequestLog(print: print)
        settings = Mutex(scenario)
    }

    /// The scenario as it is now.
    var scenario: Scenario { settings.withLock { $0 } }

    /// Changes the scenario; faults are counted from the start again.
    func apply(_ json: JSON) throws(ScenarioError) {
        var changed = scenario
        try changed.apply(json)
        settings.withLock { $0 = changed }
        if json["faults"] != nil { counts.withLock { $0 = [] } }
    }

    /// The fault that strikes a request, the first of those that do.
    func fault(method: String, path: String, dryRun: Bool?) -> Fault? {
        let faults = scenario.faults
        return counts.withLock { counts in
            if counts.count != faults.count { counts = Array(repeating: 0, count: faults.count) }
            var struck: Fault?
            for (index, fault) in faults.enumerated()
            where fault.concerns(method: method, path: path, dryRun: dryRun) {
                counts[index] += 1
                if struck == nil && fault.strikes(counts[index]) { struck = fault }
            }
            return struck
        }
    }

    /// The base URL of the service, or of signed URLs, once it listens.
    func origin(_ name: String) -> String { origins.withLock { $0[name] ?? "http://127.0.0.1:0" } }

    /// Notes where one of the two listens; true once both do.
    func listens(_ name: String, at url: String) -> Bool {
        origins.withLock {
            $0[name] = url
            return $0.count == 2
        }
    }
}
