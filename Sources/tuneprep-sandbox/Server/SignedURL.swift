import Crypto
import Foundation

/// URLs that carry their own permission, for a while.
enum SignedURL {
    /// A URL on the other origin that leads to a path.
    static func make(path: String, _ world: World) async throws -> String {
        let expires = Int(world.clock.now().timeIntervalSince1970 + world.scenario.signedSeconds)
        let signature = sign(path, expires, key: await world.store.identity.signingKey)
        return "\(world.origin("signed"))\(path)?expires=\(expires)&signature=\(signature)"
    }

    /// Refuses a wrong or expired signature, in an object store's words.
    static func check(path: String, expires: String?, signature: String?, _ world: World) async throws {
        guard let expires = expires.flatMap({ Int($0) }), let signature,
            signature == sign(path, expires, key: await world.store.identity.signingKey)
        else { throw Refusal(403, code: "SignatureDoesNotMatch", "the signature does not match") }
        if Double(expires) <= world.clock.now().timeIntervalSince1970 {
            throw Refusal(403, code: "AccessDenied", "Request has expired")
        }
    }

    private static func sign(_ path: String, _ expires: Int, key: Data) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(path)\n\(expires)".utf8), using: SymmetricKey(data: key))
        return code.map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
    }
}
