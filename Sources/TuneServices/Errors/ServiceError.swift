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
    /// The token belongs to no organization, or to several; the variable can name one.
    case organizations([String], variable: String)
    /// The service has other bytes or columns than were sent.
    case differs(FileDifference)
    /// The service offers no download of a file.
    case noDownload(file: String)
    /// The job has no model to be had, in its status.
    case notComplete(job: String, status: JobStatus)
    /// Stopped from outside.
    case interrupted
}
