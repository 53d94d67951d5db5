/// A command that compares a model that is here with the record of its job.
protocol JobRecordCommand {
    /// Whether the record is to be asked of a service.
    var asksService: Bool { get }
}
