public import TuneBytes

/// Whoever follows a download: reads the file while it comes, or says what becomes of it when it is whole.
public protocol DownloadFollower: Sendable {
    /// Told how far the file has come, for a reader on another thread; nil if nobody reads it meanwhile.
    var file: GrowingFile? { get }
    /// What becomes of the file, which is whole and verified and has the name of its part until this returns. May take
    /// its time: until a reader has come to the end, for one. The file is kept away from other processes meanwhile.
    func fate(of received: Download.Received) async -> Download.Fate
}

extension DownloadFollower {
    /// Nobody reads the file meanwhile.
    public var file: GrowingFile? { nil }
}
