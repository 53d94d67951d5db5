import TuneArchives
import TuneBytes
public import TuneModels
public import TunePipeline
import TuneServices
import TuneText
import TuneTransfer

extension DownloadRun {
    /// Brings a job's model and unpacks it while it comes; it is judged by the rules of `options`, and against the
    /// job's own record.
    ///
    /// - Parameters:
    ///   - path: where the archive goes; may be a folder, or nil for the current one.
    ///   - options: how it is unpacked, and where to.
    ///   - keepsArchive: whether the archive stays when it has been unpacked.
    public func model(
        _ job: String, to path: String?, unpacking options: UnpackOptions, keepsArchive: Bool = true,
        note: @escaping Note = { _ in }
    ) async throws(RunError) -> ModelDownloadResult {
        do {
            let target = try archive(of: job, at: path, options: options, keepsArchive: keepsArchive)
            var options = options
            if options.verification != nil {
                let told = try await service.job(job)
                options.verification?.record = try? JobRecord(told)
            }
            let trailing = TrailingUnpack(
                try await service.model(of: job, to: target), options: options, keepsArchive: keepsArchive)
            let (received, unpacked) = try await trailing.run(over: transport, clock: clock, note: note)
            return ModelDownloadResult(
                unpacked: unpacked, archive: DownloadResult(path: target, received: received), job: job,
                keepsArchive: keepsArchive, isCompared: options.verification?.record != nil)
        } catch {
            throw RunError(error)
        }
    }

    /// The record of a job, to judge a model by.
    public func record(of job: String) async throws(RunError) -> JobRecord {
        do {
            return try JobRecord(try await service.job(job))
        } catch {
            throw RunError(error)
        }
    }

    /// Where the archive goes, once it is known that nothing is there, nor where its folder is to be.
    private func archive(
        of job: String, at path: String?, options: UnpackOptions, keepsArchive: Bool
    ) throws -> String {
        let target = try target(path, name: "\(job).tar.gz", otherwise: "model.tar.gz")
        try PathConflict.check(inputs: [], outputs: [target, target + ".part", options.folder])
        if AtomicFile.realPath(target).hasPrefix(AtomicFile.realPath(options.folder) + "/") {
            throw RunError(
                "the archive `\(target)` would stand in the folder that is made of it",
                help: ["name another place for it: `-o PATH`"])
        }
        var unpacking = Unpacking(into: options.folder)
        unpacking.isReplacing = options.isReplacing
        do throws(ArchiveRefusal) {
            try unpacking.checkTarget()
        } catch {
            var failure = RunError(RefusedArchive(error, archive: target))
            if case .exists = error, FileStatus.isFile(target + ".part") {
                failure.help.append(
                    "`\(target).part` is the archive of a run that was stopped: remove it, or have it finished with "
                        + "`tuneprep download model \(ShellWord.quoted(job)) -o \(ShellWord.quoted(target))`")
            }
            throw failure
        }
        if keepsArchive, !isForced, FileStatus.isFile(target) {
            let (archive, folder) = (ShellWord.quoted(target), ShellWord.quoted(options.folder))
            throw RunError(
                "there is a file `\(target)` already",
                help: [
                    "unpack it: `tuneprep unpack \(archive) --into \(folder) --job \(ShellWord.quoted(job))`",
                    "or replace it with `--force`, or name another: `-o PATH`",
                ])
        }
        return target
    }
}
