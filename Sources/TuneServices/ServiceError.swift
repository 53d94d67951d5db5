public import TuneTransfer

/// Why a service did not do what was asked. No case holds a secret.
public enum ServiceError: Error, Sendable, Equatable {
    /// The text is no address of a service.
    case badAddress(String)
    /// The text cannot be the id of such a thing.
    case badID(String, of: String)
    /// The request or its answer did not get through.
    case transfer(TransferError, request: String)
    /// The service said no.
    case refused(ServiceRefusal)
    /// The answer lacks what it must have.
    case incomplete(request: String, missing: String)
    /// A job that was there is not there any more.
    case vanished(job: String)
    /// Whether a job was created cannot be said.
    case uncertain(UncertainJob)
    /// The token belongs to no organization, or to several.
    case organizations([String])
    /// The service has other bytes or columns than were sent.
    case differs(FileDifference)
    /// The service offers no download of a file.
    case noDownload(file: String)
    /// The job has no model to be had, in its status.
    case notComplete(job: String, status: JobStatus)
    /// Stopped from outside.
    case interrupted
}

/// A job that was asked for and may exist: the service took the request and did not say what became of it.
public struct UncertainJob: Sendable, Equatable {
    /// The name it was to have.
    public var name: String
    /// What came in place of an answer.
    public var cause: String
    /// The jobs of that name that were not there before; nil when the list could not be had.
    public var found: [Job]?
}

/// What a service has otherwise than it was sent.
public struct FileDifference: Sendable, Equatable {
    /// The file as the service knows it.
    public var id: String
    /// What differs: bytes, or columns.
    public var what: String
    /// As it is here.
    public var sent: String
    /// As it is there.
    public var stored: String
}
