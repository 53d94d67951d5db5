public import TuneFindings

/// A model that was brought here and unpacked.
public struct FetchedModel: Sendable {
    /// The archive.
    let retrieved: Retrieved
    /// What came of it.
    public let unpacked: UnpackResult
    /// Whether the archive stands under its name.
    let isKept: Bool
    /// Whether the service's record of the job said nothing to compare with.
    let isUncompared: Bool
    let job: String

    /// The lines for people; `failsAt` nil never fails.
    public func text(_ style: FullStyle, _ palette: Palette, failsAt: Severity?) -> String {
        unpacked.text(style, palette, failsAt: failsAt) + notes
    }

    /// The findings one per line, then what was done.
    public func concise(_ style: ConciseStyle, _ palette: Palette, failsAt: Severity?) -> String {
        unpacked.concise(style, palette, failsAt: failsAt) + notes
    }

    private var notes: String {
        var notes = ""
        if isUncompared, unpacked.verified != nil {
            notes += "note     the service says nothing of the job's adapter, so it was not compared\n"
        }
        if isKept { notes += "archive  " + retrieved.line }
        guard !unpacked.isPublished else { return notes }
        let (archive, folder) = (ShellWord.quoted(retrieved.path), ShellWord.quoted(unpacked.folder))
        if isKept {
            return notes
                + "next     `tuneprep unpack \(archive) --into \(folder) --job \(ShellWord.quoted(job)) --allow CODE`\n"
        }
        return notes
            + "archive  kept as \(retrieved.path).part; a run that allows it need not download it again\n"
    }

    /// The result as one JSON object; `failsAt` nil never fails.
    public func json(failsAt: Severity?) -> JSONValue {
        guard case .object(let members) = retrieved.json else { return .null }
        let known = members.map { $0.0 == "path" && !isKept ? ("path", .null) : $0 }
        return .object(known + [("unpacked", unpacked.json(failsAt: failsAt))])
    }
}
