internal import TuneBytes
internal import TuneTransfer

extension NscaleService {
    /// The data sets of the organization.
    public func datasets() async throws(ServiceError) -> [Dataset] {
        try await entries("/datasets?limit=\(Self.longestList)").compactMap { Dataset($0) }
    }

    /// The data set of an id.
    public func dataset(_ id: String) async throws(ServiceError) -> Dataset {
        let path = "/datasets/\(try Self.checked(id, of: "a data set"))"
        return try Self.dataset(try await ask("GET", path), to: "GET \(path)")
    }

    /// Makes a data set of files that are there. When the answer gets lost, the list is looked at; nothing is sent twice.
    public func create(_ request: DatasetRequest) async throws(ServiceError) -> Dataset {
        do throws(ServiceError) {
            let answer = try await ask("POST", "/datasets", sending: request.wire, repeats: .unlessBegun)
            return try Self.dataset(answer, to: "POST /datasets")
        } catch {
            guard error.mayPass, let made = try? await datasets().first(where: request.isMet) else {
                throw error
            }
            return made
        }
    }

    /// Changes a data set.
    public func change(_ id: String, by change: DatasetChange) async throws(ServiceError) -> Dataset {
        let path = "/datasets/\(try Self.checked(id, of: "a data set"))"
        return try Self.dataset(
            try await ask("PATCH", path, sending: change.wire, repeats: .unlessBegun), to: "PATCH \(path)")
    }

    /// Removes a data set.
    public func deleteDataset(_ id: String) async throws(ServiceError) {
        _ = try await ask(
            "DELETE", "/datasets/\(try Self.checked(id, of: "a data set"))", repeats: .unlessBegun)
    }

    private static func dataset(_ answer: JSON, to request: String) throws(ServiceError) -> Dataset {
        guard let dataset = Dataset(answer) else { throw .incomplete(request: request, missing: "id") }
        return dataset
    }
}
