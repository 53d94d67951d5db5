public import TunePipeline

/// The error with which a run ends that must fail.
public func runError(_ run: () async throws -> Void) async -> RunError {
    do {
        try await run()
    } catch let error as RunError {
        return error
    } catch {
        return RunError("another error: \(error)")
    }
    return RunError("no error")
}
