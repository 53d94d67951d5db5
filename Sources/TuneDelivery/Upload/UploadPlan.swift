import TuneFindings
public import TunePipeline
package import TuneRules
public import TuneServices
package import TuneTransfer

/// Checked files with their hashes, to be sent to a service as one data set.
public struct UploadPlan: Sendable {
    /// The data set's name.
    public var name: String
    /// The files, training first.
    package var files: [File]
    /// What the check found.
    public var check: CheckResult
    /// Whether they go whatever was found.
    var isForced: Bool

    /// A file to be sent.
    package struct File: Sendable {
        /// Where it is.
        package var path: String
        /// What it is for.
        package var role: FileRole
        /// Its size and its hash, as they were when it was checked.
        package var contents: FileUpload.Contents
        /// The names in its header.
        package var columns: [String]
        /// Whether a manifest beside it says the same.
        package var hasManifest: Bool

        /// The file's own name, without its ending.
        var stem: String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return name.lowercased().hasSuffix(".csv") && name.count > 4 ? String(name.dropLast(4)) : name
        }
    }

    /// Whether errors keep the files here.
    public var isRefused: Bool { !isForced && check.findings.reaches(.error) }

    /// Sends the files and makes the data set. Throws when a file is not what was checked any more, or when the service
    /// refuses; what is stored by then is named.
    ///
    /// - Parameter note: is told what is being done, with what the transfer tells.
    public func sent(
        to service: any FineTuningService, note: @escaping @Sendable (UploadNote) -> Void = { _ in }
    ) async throws(RunError) -> UploadResult {
        var stored: [ServiceFile] = []
        do throws(ServiceError) {
            for file in files {
                note(.sends(file.path, bytes: file.contents.size))
                stored.append(
                    try await service.upload(
                        file.path, as: file.stem + ".csv", contents: file.contents,
                        columns: file.columns
                    ) { note(.transfer($0)) })
            }
            let request = DatasetRequest(
                name: name, trainingFile: stored[0].id,
                validationFile: stored.count > 1 ? stored[1].id : nil)
            return UploadResult(plan: self, files: stored, dataset: try await service.create(request))
        } catch {
            var runError = RunError(error)
            for file in stored {
                runError.help.append("\(file.name ?? "a file") is stored already, as \(file.id)")
            }
            throw runError
        }
    }
}
