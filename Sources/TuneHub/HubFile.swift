/// A file in a model's repository on the hub.
public struct HubFile: Sendable, Equatable {
    /// `organisation/name`.
    public let repository: String
    /// A branch, a tag or a commit.
    public let revision: String
    /// The path inside the repository.
    public let name: String

    /// The file `name` at a revision of a repository; nil for names the hub does not allow, among them all that would leave a folder.
    public init?(_ name: String, of repository: String, revision: String = "main") {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        guard 1...2 ~= parts.count, parts.allSatisfy(Self.isName), Self.isPath(revision), Self.isPath(name)
        else {
            return nil
        }
        self.repository = repository
        self.revision = revision
        self.name = name
    }

    /// Letters, digits, `-`, `_` and `.`; not `..`, and no dot or hyphen at an end.
    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        let edges: Set<UInt8> = [0x2D, 0x2E]
        return isPlain && !edges.contains(first) && !edges.contains(last) && !text.contains("..")
            && text.utf8.count <= 96
    }

    private static func isPath(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            && !text.utf8.contains(UInt8(ascii: "\\"))
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
