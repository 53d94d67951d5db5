import Foundation
import Hummingbird
import Logging
import NIOCore

/// The two servers, on loopback: the service, and the other origin for signed URLs.
struct Servers {
    let app: AppState
    let port: Int
    let signedPort: Int

    /// Listens until the process is told to stop.
    func run() async throws {
        let app = app
        let signed = Application(
            router: Routes.signed(of: app),
            configuration: .init(address: .hostname("127.0.0.1", port: signedPort)),
            onServerRunning: { channel in
                await Servers.note("signed", listensOn: channel, in: app)
            }, logger: Servers.quiet)
        let service = Application(
            router: Routes.service(of: app),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            services: [NamedPort(base: signed, taken: PortTaken(option: "--signed-port", port: signedPort))],
            onServerRunning: { channel in
                await Servers.note("service", listensOn: channel, in: app)
            }, logger: Servers.quiet)
        do {
            try await service.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PortTaken(option: "--port", port: port)
        }
    }

    /// Only what the sandbox itself says is printed.
    static var quiet: Logger {
        var logger = Logger(label: "tuneprep-sandbox")
        logger.logLevel = .critical
        return logger
    }

    /// Notes that one of the two listens, and greets when both do.
    private static func note(_ name: String, listensOn channel: any Channel, in app: AppState) async {
        let port = channel.localAddress?.port ?? 0
        guard app.listens(name, at: "http://127.0.0.1:\(port)") else { return }
        let greeting = await greeting(of: app)
        FileHandle.standardOutput.write(Data(greeting.utf8))
    }

    /// What is printed once both listen; the first line sets `tuneprep` up as it is.
    static func greeting(of app: AppState) async -> String {
        let organization = await app.store.identity.organizationID
        return """
            NSCALE_BASE_URL=\(app.origin("service")) NSCALE_ORGANIZATION_ID=\(organization) \
            NSCALE_SERVICE_TOKEN=\(AppState.token)
            Signed URLs lead to \(app.origin("signed")); state is in \(app.store.folder.url.path).

            """
    }
}
