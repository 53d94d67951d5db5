import TuneBytes
public import TuneServices
public import TuneTransfer

/// Brings models, files and data sets here from a service.
public struct RetrieveRun: Sendable {
    let service: NscaleService
    let transport: any Transport
    let clock: TransferClock
    /// Whether a file that is here may be replaced.
    let isForced: Bool

    /// Retrieves from `service`.
    public init(
        _ service: NscaleService, over transport: any Transport, clock: TransferClock = .system,
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
    ) async throws(Complaint) -> [Retrieved] {
        do {
            let target = try target(path, name: "\(job).tar.gz", id: job)
            return [try await bring(try await service.model(of: job, to: target), nil, note)]
        } catch {
            throw Complaint(error)
        }
    }

    /// Brings a file, from the address the service names or from one that is given.
    public func file(
        _ id: String, from url: String? = nil, to path: String?, note: @escaping Note = { _ in }
    ) async throws(Complaint) -> [Retrieved] {
        do {
            if let url { return [try await bring(try address(url, id, path), nil, note)] }
            return [try await bring(try await service.file(id), path, note)]
        } catch {
            throw Complaint(error)
        }
    }

    /// Brings the files of a data set into a folder, the current one if `path` is nil.
    public func dataset(
        _ id: String, to path: String?, note: @escaping Note = { _ in }
    ) async throws(Complaint) -> [Retrieved] {
        do {
            if let path, !FileStatus.isFolder(path) {
                throw Complaint(
                    "there is no folder `\(path)`", help: ["a data set has several files: `mkdir -p`"])
            }
            let dataset = try await service.dataset(id)
            var files: [ServiceFile] = []
            for id in [dataset.trainingFile, dataset.validationFile].compactMap({ $0 }) {
                files.append(try await service.file(id))
            }
            if Set(files.map(\.name)).count < files.count {
                for place in files.indices { files[place].name = "\(files[place].id).csv" }
            }
            var retrieved: [Retrieved] = []
            for file in files { retrieved.append(try await bring(file, path, note)) }
            return retrieved
        } catch {
            throw Complaint(error)
        }
    }

    private func bring(
        _ file: ServiceFile, _ path: String?, _ note: @escaping Note
    ) async throws -> Retrieved {
        let target = try target(path, name: file.name ?? file.id, id: file.id)
        return try await bring(try service.content(of: file, to: target), file, note)
    }

    private func bring(
        _ download: Download, _ file: ServiceFile?, _ note: @escaping Note
    ) async throws -> Retrieved {
        let received = try await download.run(over: transport, clock: clock, note: note)
        if let bytes = file?.bytes, bytes != received.size {
            throw Complaint(
                "`\(download.target)` has \(received.size) bytes, and the service says that it has \(bytes)",
                help: ["do not use it; download it again with `--force`"])
        }
        return Retrieved(path: download.target, received: received)
    }

    private func address(_ url: String, _ id: String, _ path: String?) throws -> Download {
        guard let source = WebAddress(url) else { throw TransferError.badAddress("the address given") }
        var download = Download(source, to: try target(path, name: id, id: id))
        download.name = "file \(id)"
        return download
    }

    /// Where a file goes. A name that a service gave never leads out of the folder.
    func place(_ path: String?, name: String, id: String) -> String {
        let own = ServiceID.isOne(name) && !name.hasPrefix(".") ? name : ServiceID.isOne(id) ? id : "download"
        return path.map { FileStatus.isFolder($0) ? "\($0)/\(own)" : $0 } ?? own
    }

    /// Where a file goes, if none is there that may not be replaced.
    private func target(_ path: String?, name: String, id: String) throws -> String {
        let target = place(path, name: name, id: id)
        if FileStatus.isFile(target), !isForced {
            throw Complaint(
                "there is a file `\(target)` already",
                help: ["replace it with `--force`, or name another: `-o PATH`"])
        }
        return target
    }
}
