import TuneBytes
import TuneDelivery
import TunePipeline
import TuneText
import TuneTransfer

extension DownloadResult {
    /// Where the file is, its size and hash, and what is known of them.
    var words: String {
        let proof = wasHere ? ", was here already" : isVerified ? ", as the server announced" : ""
        return "\(path): \(contents.size.grouped) bytes, SHA-256 \(contents.sha256)\(proof)"
    }

    /// The members of its JSON object; `path` is null for a file that is not kept.
    func members(isKept: Bool = true) -> [(String, JSON)] {
        [
            ("schema", .text("tuneprep.download/1")), ("version", .text(Tuneprep.version)),
            ("path", isKept ? .text(path) : .null), ("bytes", .number(contents.size)),
            ("sha256", .text(contents.sha256)), ("is_verified", .boolean(isVerified)),
            ("was_here", .boolean(wasHere)),
        ]
    }
}
