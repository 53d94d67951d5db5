public import TuneArchives
import TuneBytes

/// What a verification is asked to do.
public struct VerifyOptions: Sendable {
    /// The model's folder.
    public var folder: String
    /// A file with the record of the job that made the model.
    public var job: String?
    /// The record itself, in place of a file.
    public var record: JobRecord?
    /// Rules to apply, by their places in the catalogue; empty means all.
    public var only: Set<Int> = []
    /// Rules to leave out.
    public var allow: Set<Int> = []
    /// How many findings of each rule are kept.
    public var findingsKept = 3
    /// Whether the bytes of tensors are looked at, or headers only.
    public var looksAtWeights = true
    /// What scans of safetensors files have already said, by their paths from the folder down.
    public var surveys: [String: SafetensorsSurvey] = [:]
    /// Told how many bytes of which file have been read, now and then.
    public var progress: (@Sendable (Progress) -> Void)?

    /// A verification of a folder with the defaults.
    public init(folder: String) {
        self.folder = folder
    }
}

/// Says whether a folder holds a complete, loadable, harmless model.
public struct VerifyRun {
    private let options: VerifyOptions

    /// A run with these options.
    public init(_ options: VerifyOptions) {
        self.options = options
    }

    /// Reads the folder and judges it. Throws a `Complaint` when there is no such folder or job.
    public func result() throws(Complaint) -> VerifyResult {
        VerifyResult(try report(), options)
    }

    /// Reads the folder.
    func report() throws(Complaint) -> ModelReport {
        if FileStatus.isFile(options.folder) {
            throw Complaint(
                "`\(options.folder)` is a file, not a folder",
                help: ["unpack an archive first: `tuneprep unpack \(options.folder) --into FOLDER`"])
        }
        do {
            var reading = ModelReading()
            reading.surveys = options.surveys
            reading.looksAtWeights = options.looksAtWeights
            reading.job = try options.record ?? options.job.map(JobFile.read)
            if let progress = options.progress {
                reading.progress = { progress(Progress(path: $0, bytes: $1, size: $2, records: 0)) }
            }
            return try ModelFolder(options.folder, reading: reading).report()
        } catch ByteError.notFound(let path) where path == options.folder {
            throw Complaint("there is no folder `\(path)`")
        } catch {
            throw Complaint(error)
        }
    }
}
