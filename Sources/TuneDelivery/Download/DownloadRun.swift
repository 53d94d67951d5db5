import TuneBytes
public import TunePipeline
public import TuneServices
import TuneText
public import TuneTransfer

/// Brings models, files and data sets here from a service.
public struct DownloadRun: Sendable {
    let service: any FineTuningService
    let transport: any Transport
    let clock: TransferClock
    /// Whether a file that is here may be replaced.
    let isForced: Bool

    /// Brings what `service` has. A file that is here already is an error unless `isForced` says to replace it.
    public init(
        _ service: any FineTuningService, over transport: any Transport, clock: TransferClock = .system,
        isForced: Bool = false
    ) {
        self.service = service
        self.transport = transport
        self.clock = clock
        self.isForced = isForced
    }

    /// What is told of a transfer.
    public typealias Note = @Sendable (TransferNote) -> Void

    /// Brings a job's model; `path` may be a folder, or nil for the current one.
    public func model(
        _ job: String, to path: String?, note: @escaping Note = { _ in }
    ) async throws(RunError) -> [DownloadResult] {
        do {
            let target = try free(try target(path, name: "\(job).tar.gz", otherwise: "model.tar.gz"))
            return [try await bring(try await service.model(of: job, to: target), as: nil, note: note)]
        } catch {
            throw RunError(error)
        }
    }

    /// Brings a file, from the address the service names or from one that is given.
    public func file(
        _ id: String, from url: String? = nil, to path: String?, note: @escaping Note = { _ in }
    ) async throws(RunError) -> [DownloadResult] {
        do {
            if let url {
                return [try await bring(try download(from: url, id: id, to: path), as: nil, note: note)]
            }
            let file = try await service.file(id)
            let target = try free(try target(path, name: file.name, otherwise: "\(file.id).csv"))
            return [try await bring(try service.content(of: file, to: target), as: file, note: note)]
        } catch {
            throw RunError(error)
        }
    }

    /// Brings the files of a data set into a folder, the current one if `path` is nil.
    public func dataset(
        _ id: String, to path: String?, note: @escaping Note = { _ in }
    ) async throws(RunError) -> [DownloadResult] {
        do {
            if let path, !FileStatus.isFolder(path) {
                throw RunError(
                    "there is no folder `\(path)`",
                    help: ["a data set has several files: `mkdir -p \(ShellWord.quoted(path))`"])
            }
            let files = try await files(of: id)
            var part = DatasetPart(of: id, in: path)
            let targets = try targets(of: files, in: path)
            // All of them are looked at before the first byte comes.
            let here = try zip(files, targets).map { file, target in
                let contents = isForced ? nil : try part.contents(of: file.id, at: target)
                if contents == nil { try checkFree(target) }
                return contents
            }
            var results: [DownloadResult] = []
            for (index, file) in files.enumerated() {
                if let contents = here[index] {
                    results.append(
                        DownloadResult(
                            path: targets[index], contents: contents, isVerified: false, wasHere: true))
                    continue
                }
                let download = try service.content(of: file, to: targets[index])
                let new = try await bring(download, as: file, note: note)
                results.append(new)
                if results.count < files.count { try part.add(file.id, sha256: new.contents.sha256) }
            }
            part.remove()
            return results
        } catch {
            throw RunError(error)
        }
    }

    /// The files of a data set, under names of their own.
    private func files(of dataset: String) async throws -> [ServiceFile] {
        let dataset = try await service.dataset(dataset)
        var files: [ServiceFile] = []
        for case let id? in [dataset.trainingFile, dataset.validationFile]
        where files.allSatisfy({ $0.id != id }) {
            files.append(try await service.file(id))
        }
        return files
    }

    /// Where the files of a data set go, each to a path of its own.
    private func targets(of files: [ServiceFile], in path: String?) throws -> [String] {
        let targets = try files.map { try target(path, name: $0.name, otherwise: "\($0.id).csv") }
        if Set(targets).count == targets.count { return targets }
        return try files.map { try target(path, name: nil, otherwise: "\($0.id).csv") }
    }

    private func bring(
        _ download: Download, as file: ServiceFile?, note: @escaping Note
    ) async throws -> DownloadResult {
        var download = download
        let announced = file?.bytes
        download.follower = announced.map { SizeCheck(announced: $0) }
        let received = try await download.run(over: transport, clock: clock, note: note)
        if let announced, received.fate == .keptAsPart {
            throw RunError(
                "what came as `\(download.target)` has \(received.size.grouped) bytes, and the service says that it"
                    + " has \(announced.grouped)",
                help: [
                    "look at it, it is kept as `\(download.target).part`, or remove that and run this again"
                ])
        }
        return DownloadResult(path: download.target, received: received)
    }

    private func download(from url: String, id: String, to path: String?) throws -> Download {
        guard let source = WebAddress(url) else { throw TransferError.badAddress("the address given") }
        let target = try free(try target(path, name: id, otherwise: "download"))
        return Download(of: PlainAddress(source, name: "file \(id)"), to: target)
    }

    /// Where a file goes. A name that a service gave is one name in the folder, and looks like what it is.
    func target(_ path: String?, name: String?, otherwise: String) throws -> String {
        if path == "-" {
            throw RunError(
                "a download does not go to standard output",
                help: ["what breaks off goes on in its file: name one, `-o PATH`"])
        }
        let own = [name, otherwise].compactMap { $0 }.first(where: Self.canBeName) ?? "download"
        return path.map { FileStatus.isFolder($0) ? "\($0)/\(own)" : $0 } ?? own
    }

    private static func canBeName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 200 && DisplayText.visible(name) == name
            && !name.utf8.contains { UInt8(ascii: "/") == $0 || UInt8(ascii: "\\") == $0 }
            && !name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasPrefix(" ")
    }

    /// The path `target`, if no file is there that may not be replaced.
    private func free(_ target: String) throws -> String {
        try checkFree(target)
        return target
    }

    private func checkFree(_ target: String) throws {
        guard FileStatus.isFile(target), !isForced else { return }
        throw RunError(
            "there is a file `\(target)` already",
            help: ["replace it with `--force`, or name another: `-o PATH`"])
    }
}
