import Hummingbird

/// The archive of a job's model, as an answer.
struct ArchiveAnswer {
    private let ranged: RangedAnswer

    init(_ job: StoredJob, _ scenario: Scenario) {
        ranged = RangedAnswer(
            content: AdapterArchive(job, scenario).data, type: "application/gzip", scenario)
    }

    func response(to request: Request) -> Response { ranged.response(to: request) }
}
