public import TuneBytes
public import TuneDelivery
public import TuneFindings
public import TunePipeline
public import TuneReport
import TuneText

extension ModelDownloadResult: Reported {
    /// The first findings of each rule, where the model was judged.
    public var findingsShown: [Finding] { unpacked.findingsShown }

    /// All that was found in the model.
    public var tally: FindingTally? { unpacked.tally }

    /// What the model is, what was done, and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        unpacked.lines(in: rendering, remarks: remarks) + nextStep
    }

    /// The verdict, what was done, and how to continue with a model that does not pass.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] {
        unpacked.conciseLines(in: rendering, remarks: remarks) + nextStep
    }

    private var remarks: [ReportLine] {
        var remarks: [ReportLine] = []
        if !isCompared, unpacked.verified != nil {
            let words = "the service says nothing of the job's adapter, so it was not compared"
            remarks.append(ReportLine("note", words))
        }
        if keepsArchive { remarks.append(ReportLine("archive", archive.words)) }
        return remarks
    }

    /// How to continue with a model that does not pass.
    private var nextStep: [ReportLine] {
        if unpacked.isPublished { return [] }
        guard keepsArchive else {
            let words = "kept as \(archive.path).part: a run that allows what was found goes on with it"
            return [ReportLine("archive", words)]
        }
        let words = [archive.path, unpacked.folder, job].map(ShellWord.quoted)
        return [
            ReportLine(
                "next", "`tuneprep unpack \(words[0]) --into \(words[1]) --job \(words[2]) --allow CODE`")
        ]
    }

    /// The result as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let unpacked = ("unpacked", unpacked.json(in: rendering).first ?? .null)
        return [.object(archive.members(isKept: keepsArchive) + [unpacked])]
    }
}
