import Hummingbird
import NIOCore

/// A request's context, with the connection it came on, so that a fault can close it.
struct SandboxContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The id in the path; empty for a path without one.
    var id: String { parameters.get("id") ?? "" }
}
