import Foundation
import Testing

/// Secrets that must be seen nowhere, and the ways in which they would be.
enum PlantedSecrets {
    /// The sandbox's own token, the only one it takes.
    static let token = "rehearsal-token-not-a-secret"
    /// What variables hold that lose to another one.
    static let decoy = "CANARY+decoy/0123456789=="
    /// The token of the Hugging Face hub.
    static let hub = "hf_CANARYcanaryCANARY42"
    /// The proxy's password.
    static let password = "CANARYpassword77"
    /// What a signed address carries.
    static let query = "CANARYsignature31415926"

    /// A secret whole, at its beginning and end, and as it is written in addresses and headers.
    private static func spellings(_ secret: String) -> [String] {
        let letters = CharacterSet.alphanumerics
        let base64 = Data(secret.utf8).base64EncodedString()
        let header = Data("canary:\(secret)".utf8).base64EncodedString()
        return [
            secret, String(secret.prefix(14)), String(secret.suffix(14)),
            secret.addingPercentEncoding(withAllowedCharacters: letters) ?? secret,
            String(base64.prefix(16)), String(header.prefix(24)),
        ]
    }

    private static let needles = [token, decoy, hub, password, query].flatMap(spellings)

    /// What of the secrets stands in a text, the signatures of the sandbox's own addresses included.
    static func seen(in text: String) -> [String] {
        let signatures = text.matches(of: /signature=[0-9A-Fa-f]{8}/).map { String($0.0) }
        return needles.filter { text.contains($0) } + signatures
    }

    /// What of the secrets stands in the files of a folder, but for those named.
    static func seen(inFilesOf folder: String, but names: Set<String> = ["state", "token", "hub-token"])
        throws -> [String]
    {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try files.flatMap { name -> [String] in
            let top = name.split(separator: "/").first.map(String.init) ?? name
            let url = URL(filePath: "\(folder)/\(name)")
            let kind = try FileManager.default.attributesOfItem(atPath: url.path)[.type]
            guard !names.contains(top), kind as? FileAttributeType == .typeRegular else { return [] }
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            return seen(in: name + "\n" + text).map { "\(name): \($0)" }
        }
    }
}
