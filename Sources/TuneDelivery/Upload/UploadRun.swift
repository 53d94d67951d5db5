import TuneBytes
import TuneFindings
public import TunePipeline
import TuneRecords
package import TuneRules
public import TuneServices
import TuneText
public import TuneTransfer

/// Checks files and sends them to a service as one data set: what was checked is what is sent.
public struct UploadRun {
    private let check: CheckOptions
    private let name: String?
    private let isForced: Bool

    /// A delivery of the files of a check.
    ///
    /// - Parameters:
    ///   - name: the data set's name; nil for the training file's.
    ///   - isForced: sends files in which errors were found.
    public init(_ check: CheckOptions, name: String? = nil, isForced: Bool = false) {
        self.check = check
        self.name = name
        self.isForced = isForced
    }

    /// Checks the files. Throws when they cannot be read, or are not what their manifests say.
    public func prepared() async throws(RunError) -> Delivery {
        guard check.training.count == 1, let source = check.training.first else {
            throw RunError(
                "a data set has one training file, not \(check.training.count)",
                help: ["join them: `tuneprep convert FILE… --to csv -o train.csv`"])
        }
        do {
            let sources = [source] + (check.validation.map { [$0] } ?? [])
            for source in sources { try refuseStream(source.path) }
            let identities = try sources.map { try FileDigest(path: $0.path, cancellation: $0.cancellation) }
            let result = try await CheckRun(check).result()
            let parcels = try zip(result.files, identities).map(parcel)
            return Delivery(
                name: name ?? parcels[0].stem, parcels: parcels, check: result, isForced: isForced)
        } catch {
            throw RunError(error)
        }
    }

    /// Refuses what gives its bytes only once: they are read to be identified, to be checked and to be sent.
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

    private func parcel(_ file: FileSummary, _ identity: FileDigest) throws -> Delivery.Parcel {
        let path = file.facts.path
        if identity.contradictsManifest {
            throw RunError(
                "`\(path)` is not the file its manifest describes",
                help: ["convert the data again, or remove `\(Manifest.path(of: path))`"])
        }
        if let compression = file.compression {
            throw RunError(
                "`\(path)` is compressed (\(compression)), and the service reads CSV as it is",
                help: ["`gunzip \(ShellWord.quoted(path))`"])
        }
        return Delivery.Parcel(
            path: path, role: file.facts.role, contents: identity.contents,
            columns: file.facts.columns.map(\.name), hasManifest: identity.manifest != nil)
    }
}

/// Checked files on their way to a service.
public struct Delivery: Sendable {
    /// The data set's name.
    public var name: String
    /// The files.
    package var parcels: [Parcel]
    /// What the check found.
    public var check: CheckResult
    /// Whether they go whatever was found.
    var isForced: Bool

    /// A file to be sent.
    package struct Parcel: Sendable {
        package var path: String
        package var role: FileRole
        package var contents: FileUpload.Contents
        package var columns: [String]
        package var hasManifest: Bool

        /// The file's own name, without its ending.
        var stem: String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return name.lowercased().hasSuffix(".csv") && name.count > 4 ? String(name.dropLast(4)) : name
        }
    }

    /// Whether errors keep the files here.
    public var isRefused: Bool { !isForced && check.findings.reaches(.error) }

    /// Sends the files and makes the data set.
    ///
    /// - Parameter note: is told what is being done, with what the transfer tells.
    public func sent(
        to service: any FineTuningService, note: @escaping @Sendable (DeliveryNote) -> Void = { _ in }
    ) async throws(RunError) -> UploadResult {
        var stored: [ServiceFile] = []
        do throws(ServiceError) {
            for parcel in parcels {
                note(.sends(parcel.path, bytes: parcel.contents.size))
                stored.append(
                    try await service.upload(
                        parcel.path, as: parcel.stem + ".csv", contents: parcel.contents,
                        columns: parcel.columns
                    ) { note(.transfer($0)) })
            }
            let request = DatasetRequest(
                name: name, trainingFile: stored[0].id,
                validationFile: stored.count > 1 ? stored[1].id : nil)
            return UploadResult(delivery: self, files: stored, dataset: try await service.create(request))
        } catch {
            var complaint = RunError(error)
            for file in stored {
                complaint.help.append("\(file.name ?? "a file") is stored already, as \(file.id)")
            }
            throw complaint
        }
    }
}

/// What a delivery does.
public enum DeliveryNote: Sendable {
    /// A file begins to be sent.
    case sends(String, bytes: Int)
    /// What its transfer tells.
    case transfer(TransferNote)
}
