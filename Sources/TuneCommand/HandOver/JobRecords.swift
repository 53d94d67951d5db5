/// The source of job records while a program runs.
package enum JobRecords {
    /// nil in the program that knows no network.
    @TaskLocal package static var source: (any JobRecordSource)?
}
