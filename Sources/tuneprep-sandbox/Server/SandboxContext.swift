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
}

/// The end of a connection that a fault asked for.
struct ConnectionClosed: Error {}
