import Foundation
import Hummingbird
import Logging
import NIOCore

/// The two servers, on loopback: the service, and the other origin for signed URLs.
struct Listening {
    let world: World
    let port: Int
    let signedPort: Int

    /// Listens until the process is told to stop.
    func run() async throws {
        let world = world
        let signed = Application(
            router: Routes.signed(world),
            configuration: .init(address: .hostname("127.0.0.1", port: signedPort)),
            onServerRunning: { channel in
                await Listening.note("signed", channel, world)
            }, logger: Listening.quiet)
        let service = Application(
            router: Routes.service(world), configuration: .init(address: .hostname("127.0.0.1", port: port)),
            services: [NamedPort(base: signed, taken: PortTaken(option: "--signed-port", port: signedPort))],
            onServerRunning: { channel in
                await Listening.note("service", channel, world)
            }, logger: Listening.quiet)
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
    private static func note(_ name: String, _ channel: any Channel, _ world: World) async {
        let port = channel.localAddress?.port ?? 0
        guard world.listens(name, at: "http://127.0.0.1:\(port)") else { return }
        let greeting = await greeting(world)
        FileHandle.standardOutput.write(Data(greeting.utf8))
    }

    /// The first line sets `tuneprep` up, as it stands.
    static func greeting(_ world: World) async -> String {
        let organization = await world.store.identity.organizationID
        return """
            NSCALE_BASE_URL=\(world.origin("service")) NSCALE_ORGANIZATION_ID=\(organization) \
            NSCALE_SERVICE_TOKEN=\(World.token)
            Signed URLs lead to \(world.origin("signed")); state is in \(world.store.folder.url.path).

            """
    }
}
