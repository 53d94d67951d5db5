import Foundation
import Hummingbird
import Logging
import NIOCore

/// An application whose port an option names: it says which one it could not have.
struct NamedPort<Base: ApplicationProtocol>: ApplicationProtocol {
    let base: Base
    let taken: PortTaken

    var responder: Base.Responder { get async throws { try await base.responder } }
    var configuration: ApplicationConfiguration { base.configuration }
    var logger: Logger { base.logger }

    func run() async throws {
        do {
            try await base.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw taken
        }
    }
}
