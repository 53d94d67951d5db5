package import TuneModels

/// Who knows the records of jobs by their ids: a service, in the program that speaks to one.
package protocol JobRecordSource: Sendable {
    /// The record of a job at the service these options name.
    func record(of job: String, from service: ServiceArguments, quiet: Bool) async throws -> JobRecord
}
