import Foundation
import NIOSSL
import TestSupport

/// Certificates made when a test runs.
enum Certificate {
    /// True when the program that makes them is there.
    static var canBeMade: Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl", "version"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// A certificate for `localhost` that only itself vouches for; `cert.pem` in `folder` holds it.
    static func selfSigned(in folder: TemporaryFolder) throws -> NIOSSLContext {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", folder.path("key.pem"), "-out", folder.path("cert.pem"), "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let certificates = try NIOSSLCertificate.fromPEMFile(folder.path("cert.pem")).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(file: folder.path("key.pem"), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: certificates, privateKey: .privateKey(key)))
    }
}
