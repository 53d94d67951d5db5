import TuneBytes
import TuneFindings
public import TunePipeline
import TuneRecords
import TuneRules
import TuneText

/// Checks files and sends them to a service as one data set: what was checked is what is sent.
public struct UploadRun {
    private let check: CheckOptions
    private let name: String?
    private let isForced: Bool

    /// An upload of the files of a check.
    ///
    /// - Parameters:
    ///   - name: the data set's name; nil for the training file's.
    ///   - isForced: sends files in which errors were found.
    public init(_ check: CheckOptions, name: String? = nil, isForced: Bool = false) {
        self.check = check
        self.name = name
        self.isForced = isForced
    }

    /// Checks the files; nothing is sent yet. Throws when they cannot be read, or are not what their manifests say.
    public func plan() async throws(RunError) -> UploadPlan {
        guard check.training.count == 1, let source = check.training.first else {
            throw RunError(
                "a data set has one training file, not \(check.training.count)",
                help: ["join them: `tuneprep convert FILE… --to csv -o train.csv`"])
        }
        do {
            let sources = [source] + (check.validation.map { [$0] } ?? [])
            for source in sources { try refuseStream(source.path) }
            let digests = try sources.map { try FileDigest(path: $0.path, cancellation: $0.cancellation) }
            let result = try await CheckRun(check).result()
            let files = try zip(result.files, digests).map { try file($0, digest: $1) }
            return UploadPlan(name: name ?? files[0].stem, files: files, check: result, isForced: isForced)
        } catch {
            throw RunError(error)
        }
    }

    /// Refuses what gives its bytes only once: they are read to be hashed, to be checked and to be sent.
    private func refuseStream(_ path: String) throws(RunError) {
        if path == FileInput.standardInputName {
            throw RunError(
                "standard input can be read once, and what is sent is read more than once",
                help: ["write it to a file first: `cat > train.csv`"])
        }
        guard FileStatus.isStream(path) else { return }
        throw RunError(
            "`\(path)` is no regular file: it can be read once, and what is sent is read more than once",
            help: ["write it to a file first: `cat \(ShellWord.quoted(path)) > train.csv`"])
    }

    private func file(_ file: FileSummary, digest: FileDigest) throws -> UploadPlan.File {
        let path = file.facts.path
        if digest.contradictsManifest {
            throw RunError(
                "`\(path)` is not the file its manifest describes",
                help: ["convert the data again, or remove `\(Manifest.path(of: path))`"])
        }
        if let compression = file.compression {
            throw RunError(
                "`\(path)` is compressed (\(compression)), and the service reads CSV as it is",
                help: ["`gunzip \(ShellWord.quoted(path))`"])
        }
        return UploadPlan.File(
            path: path, role: file.facts.role, contents: digest.contents,
            columns: file.facts.columns.map(\.name), hasManifest: digest.manifest != nil)
    }
}
