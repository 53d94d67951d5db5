internal import TuneTransfer

extension NscaleService {
    /// The files at the service.
    public func files() async throws(ServiceError) -> [ServiceFile] {
        try await entries("/files?limit=\(Self.longestList)").compactMap { ServiceFile($0) }
    }

    /// A file.
    public func file(_ id: String) async throws(ServiceError) -> ServiceFile {
        let path = "/files/\(try Self.checked(id, "a file"))"
        guard let file = ServiceFile(try await ask("GET", path)) else {
            throw .incomplete(request: "GET \(path)", missing: "id")
        }
        return file
    }

    /// Removes a file.
    public func deleteFile(_ id: String) async throws(ServiceError) {
        _ = try await ask("DELETE", "/files/\(try Self.checked(id, "a file"))", repeats: .unlessBegun)
    }
}
