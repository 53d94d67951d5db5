package import TuneArchives
package import TuneBytes
import TuneModels

/// Unpacks a model's archive: all of it or nothing, and only if it holds a model that can be believed.
public struct UnpackRun {
    private let options: UnpackOptions

    /// A run with these options; nothing is read yet.
    public init(_ options: UnpackOptions) {
        self.options = options
    }

    /// Unpacks the archive at a path; `-` is standard input. Throws when the archive is refused or the disk refuses; then
    /// nothing is there under the folder's name.
    public func result(of archive: String) throws(RunError) -> UnpackResult {
        // Read now: gigabytes should not be unpacked before a name turns out to be wrong.
        if let job = options.verification?.job { _ = try JobFile.checked(job) }
        let input = try open(archive)
        do throws(ArchiveRefusal) {
            return try unpacked(input, of: archive) { files in
                Progress(path: archive, bytes: input.position, size: input.size, records: files, noun: "file")
            }
        } catch {
            if error == .interrupted || options.cancellation.isCancelled {
                throw .stopped("stopped; nothing was unpacked")
            }
            throw RunError(RefusedArchive(error, archive: archive))
        }
    }

    /// Unpacks the archive that `stream` hands out.
    ///
    /// - Parameters:
    ///   - archive: its path, for messages and the result.
    ///   - reserved: number of bytes of the disk's free space that another file is about to use.
    ///   - progress: how far the stream is, given the number of files begun.
    package func unpacked(
        _ stream: any ByteStream, of archive: String, reserved: Int = 0, progress: @escaping (Int) -> Progress
    ) throws(ArchiveRefusal) -> UnpackResult {
        var unpacking = Unpacking(into: options.folder)
        unpacking.limits = options.limits
        unpacking.isReplacing = options.isReplacing
        unpacking.cancellation = options.cancellation
        unpacking.reserved = reserved
        if let report = options.progress { unpacking.progress = { report(progress($0)) } }
        let observer = SafetensorsObserver()
        var verified: VerifyResult?
        let (unpacked, isAccepted) = try unpacking.run(
            stream, name: archive, observer: observer
        ) { staging, _ throws(ArchiveRefusal) in
            verified = try verify(staging, surveys: observer.surveys)
            return verified.map { !$0.fails(at: options.failsAt) } ?? true
        }
        return UnpackResult(
            archive: archive, folder: options.folder, unpacked: unpacked, verified: verified,
            isPublished: isAccepted)
    }

    /// Judges the model while its folder has no name yet; findings name the folder that it is to be.
    private func verify(
        _ staging: String, surveys: [String: SafetensorsSurvey]
    ) throws(ArchiveRefusal) -> VerifyResult? {
        guard var verification = options.verification else { return nil }
        verification.folder = staging
        verification.surveys = surveys
        verification.cancellation = options.cancellation
        var report: ModelReport
        do throws(RunError) {
            report = try VerifyRun(verification).report()
        } catch {
            throw error.isStopped ? .interrupted : .unverified(error.message)
        }
        verification.folder = options.folder
        // What holds no model need not have the form of one; weights and what could run are judged nevertheless.
        if report.kind == .neither { report.defects.removeAll(where: \.concernsModelsOnly) }
        return VerifyResult(report, options: verification)
    }

    /// What is inside, and what would be refused and why. Nothing is written.
    public func listing(of archive: String) throws(RunError) -> ArchiveListing {
        let input = try open(archive)
        do throws(ArchiveRefusal) {
            return try ArchiveListing(
                input, archive: archive, limits: options.limits,
                cancellation: options.cancellation)
        } catch {
            if error == .interrupted || options.cancellation.isCancelled { throw .stopped("stopped") }
            throw RunError(RefusedArchive(error, archive: archive))
        }
    }

    private func open(_ archive: String) throws(RunError) -> FileInput {
        do throws(ByteError) {
            return try FileInput(path: archive, cancellation: options.cancellation)
        } catch {
            throw RunError(error)
        }
    }
}

extension ModelDefect {
    /// Whether it is a defect only where there is a model: scripts and odd settings are at home in other folders.
    fileprivate var concernsModelsOnly: Bool {
        switch kind {
        case .noModel, .json, .tooLong, .repeatedKey, .python, .executable(.script): true
        default: false
        }
    }
}
