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

    /// What can be wrong with a server's certificate, or with its encryption.
    enum Fault: CaseIterable {
        case otherHost, expired, oldProtocol
    }

    /// A certificate for `localhost` that only itself vouches for; `cert.pem` in `folder` holds it.
    static func selfSigned(in folder: TemporaryFolder, _ fault: Fault? = nil) throws -> NIOSSLContext {
        let name = fault == .otherHost ? "other.example" : "localhost"
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", folder.path("key.pem"), "-out", folder.path("cert.pem"), "-days", "2",
            "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)")
        if fault == .expired {
            // The same certificate again, for days that are over.
            try folder.write([], to: "index.txt")
            try folder.write(Array("01".utf8), to: "serial")
            try folder.write(Array(authority(folder).utf8), to: "ca.cnf")
            try openssl(
                "req", "-new", "-key", folder.path("key.pem"), "-subj", "/CN=localhost",
                "-out", folder.path("request.pem"))
            try openssl(
                "ca", "-config", folder.path("ca.cnf"), "-batch", "-notext", "-selfsign",
                "-keyfile", folder.path("key.pem"), "-in", folder.path("request.pem"),
                "-out", folder.path("cert.pem"), "-startdate", "200101000000Z", "-enddate", "200102000000Z")
        }
        let certificates = try NIOSSLCertificate.fromPEMFile(folder.path("cert.pem")).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(file: folder.path("key.pem"), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates, privateKey: .privateKey(key))
        if fault == .oldProtocol { configuration.maximumTLSVersion = .tlsv11 }
        return try NIOSSLContext(configuration: configuration)
    }

    private static func authority(_ folder: TemporaryFolder) -> String {
        """
        [ca]
        default_ca = own
        [own]
        database = \(folder.path("index.txt"))
        serial = \(folder.path("serial"))
        new_certs_dir = \(folder.path)
        default_md = sha256
        policy = any
        x509_extensions = names
        [any]
        commonName = supplied
        [names]
        subjectAltName = DNS:localhost
        """
    }

    private static func openssl(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + words
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(words: words) }
    }

    private struct Failed: Error {
        var words: [String]
    }
}
