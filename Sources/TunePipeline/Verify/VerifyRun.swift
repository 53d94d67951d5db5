import TuneBytes
import TuneModels
import TuneText

/// Says whether a folder holds a complete, loadable, harmless model.
public struct VerifyRun {
    private let options: VerifyOptions

    /// A run with these options; nothing is read yet.
    public init(_ options: VerifyOptions) {
        self.options = options
    }

    /// Reads the folder and judges it. Throws when there is no such folder or job.
    public func result() throws(RunError) -> VerifyResult {
        VerifyResult(try report(), options: options)
    }

    /// Reads the folder.
    func report() throws(RunError) -> ModelReport {
        if FileStatus.isFile(options.folder) {
            throw RunError(
                "`\(DisplayText.visible(options.folder))` is a file, not a folder",
                help: [
                    "unpack an archive first: `tuneprep unpack \(DisplayText.visible(ShellWord.quoted(options.folder))) --into FOLDER`"
                ])
        }
        do {
            var reading = ModelReading()
            reading.surveys = options.surveys
            reading.looksAtWeights = options.looksAtWeights
            reading.cancellation = options.cancellation
            reading.job = try options.record ?? options.job.map(JobFile.read)
            if let progress = options.progress {
                reading.progress = { progress(Progress(path: $0, bytes: $1, size: $2, records: 0)) }
            }
            let report = try ModelFolder(options.folder, reading: reading).report()
            guard !report.isInterrupted else { throw RunError.stopped("stopped") }
            return report
        } catch let error as RunError {
            throw error
        } catch ByteError.notFound(let path) where path == options.folder {
            throw RunError("there is no folder `\(DisplayText.visible(path))`")
        } catch {
            throw RunError(error)
        }
    }
}
