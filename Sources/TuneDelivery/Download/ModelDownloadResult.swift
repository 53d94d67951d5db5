public import TuneBytes
public import TuneFindings
public import TunePipeline
import TuneText

/// A model that was brought here and unpacked.
public struct ModelDownloadResult: Sendable {
    /// What came of the archive.
    public let unpacked: UnpackResult
    private let retrieved: DownloadResult
    private let job: String
    private let keepsArchive: Bool

    /// The archive of `job` and what came of it; `isCompared` says whether the job's record said something to compare
    /// the model with.
    init(
        _ retrieved: DownloadResult, _ unpacked: UnpackResult, of job: String, keepsArchive: Bool,
        isCompared: Bool
    ) {
        self.retrieved = retrieved
        self.job = job
        self.keepsArchive = keepsArchive
        var unpacked = unpacked
        if !isCompared, unpacked.verified != nil {
            unpacked.remarks.append(
                "note     the service says nothing of the job's adapter, so it was not compared")
        }
        if keepsArchive {
            var line = retrieved.line
            line.removeLast()
            unpacked.remarks.append("archive  " + line)
        }
        self.unpacked = unpacked
    }

    /// The lines for people; `failsAt` nil never fails.
    public func text(_ style: FullStyle, _ palette: Palette, failsAt: Severity?) -> String {
        unpacked.text(style, palette, failsAt: failsAt) + way
    }

    /// The findings one per line, then what was done.
    public func concise(_ style: ConciseStyle, _ palette: Palette, failsAt: Severity?) -> String {
        unpacked.concise(style, palette, failsAt: failsAt) + way
    }

    /// How to get on with a model that does not pass.
    private var way: String {
        if unpacked.isPublished { return "" }
        guard keepsArchive else {
            return
                "archive  kept as \(retrieved.path).part: a run that allows what was found goes on with it\n"
        }
        let words = [retrieved.path, unpacked.folder, job].map(ShellWord.quoted)
        return "next     `tuneprep unpack \(words[0]) --into \(words[1]) --job \(words[2]) --allow CODE`\n"
    }

    /// The result as one JSON object; `failsAt` nil never fails.
    public func json(failsAt: Severity?) -> JSON {
        let known = retrieved.json.members.map { $0.name == "path" && !keepsArchive ? ("path", .null) : $0 }
        return .object(known + [("unpacked", unpacked.json(failsAt: failsAt))])
    }
}
