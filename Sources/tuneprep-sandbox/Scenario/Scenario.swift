import Foundation

/// How one run of the sandbox behaves: switches, and faults that strike when told.
struct Scenario: Sendable {
    enum Nesting: String, CaseIterable, Sendable { case nested, flat }
    enum ErrorBody: String, CaseIterable, Sendable { case flat, error, text }
    enum Outcome: String, CaseIterable, Sendable { case completed, failed, cancelled }
    enum MetricsShape: String, CaseIterable, Sendable { case a, b }
    enum MetricsNumbers: String, CaseIterable, Sendable { case numbers, strings, nulls, words }
    enum Download: String, CaseIterable, Sendable { case redirect, json, bytes }
    enum ETag: String, CaseIterable, Sendable { case strong, weak, none }
    enum FinishReason: String, CaseIterable, Sendable { case present, null, missing }

    // Money and time.
    var pricePerMillion = 0.5
    var credit: Double?
    var secondsPerStep = 1.0
    var fast = false
    var delay = 0.0
    var seed: Int?

    // The fine-tuning service.
    var errorBody = ErrorBody.flat
    var creditError = Nesting.nested
    var maxFileBytes = 512 << 20
    var fileColumns = true
    var fileLines = true
    var fileDownloadURL = true
    var fileBytesWrong = false
    var oldNames = false
    var jobAnswer = Nesting.nested
    var jobRead = Nesting.flat
    var runningWord = "running"
    var completedWord = "completed"
    var outcome = Outcome.completed
    var metricsShape = MetricsShape.a
    var metricsNumbers = MetricsNumbers.strings
    var metricsNull = false

    // Downloads.
    var download = Download.redirect
    var signedSeconds = 900.0
    var ranges = true
    var contentLength = true
    var etag = ETag.strong
    var adapterLayers = 2
    var archiveRevision = 1

    // Inference.
    var inferenceCredit = true
    var chatReply: String?
    var streamStatus = 201
    var finishReason = FinishReason.present
    var streamDone = true
    var streamError = false
    var streamRagged = false
    var reasoning = false
    var toolCall = false

    var faults: [Fault] = []
}

extension Scenario {
    /// Reads a scenario over this one; a name or value that is not known is an error.
    mutating func apply(_ json: JSON) throws(ScenarioError) {
        guard let members = json.object else { throw .notAnObject }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if name == "faults" {
                faults = try Fault.list(value)
            } else if let found = Switch.all.first(where: { $0.name == name }) {
                guard found.set(&self, value) else { throw .value(name, expected: found.values) }
            } else {
                throw .unknown(name)
            }
        }
    }
}
