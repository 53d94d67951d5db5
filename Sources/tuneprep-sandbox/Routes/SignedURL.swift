import Foundation

/// URLs that carry their own permission, for a while.
enum SignedURL {
    /// A URL on the other origin that leads to a path.
    static func make(path: String, in app: AppState) async throws -> String {
        let expires = Int(app.clock.now().timeIntervalSince1970 + app.scenario.signedSeconds)
        let signature = SignedURL.signature(
            of: path, expires: expires, key: await app.store.identity.signingKey)
        return "\(app.origin("signed"))\(path)?expires=\(expires)&signature=\(signature)"
    }

    /// Refuses a wrong or expired signature, in an object store's words.
    static func check(path: String, expires: String?, signature: String?, in app: AppState) async throws {
        guard let expires = expires.flatMap({ Int($0) }), let signature,
            signature
                == SignedURL.signature(of: path, expires: expires, key: await app.store.identity.signingKey)
        else { throw Refusal(403, code: "SignatureDoesNotMatch", message: "the signature does not match") }
        if Double(expires) <= app.clock.now().timeIntervalSince1970 {
            throw Refusal(403, code: "AccessDenied", message: "Request has expired")
        }
    }

    private static func signature(of path: String, expires: Int, key: Data) -> String {
        Digest.text(of: Digest.hmac(of: Data("\(path)\n\(expires)".utf8), key: key))
    }
}
