public import TuneBytes
public import TuneDelivery
public import TuneReport

/// The files that were brought here.
public struct DownloadReport: Reported {
    private let files: [DownloadResult]

    /// These files, in order.
    public init(_ files: [DownloadResult]) {
        self.files = files
    }

    /// A line for each file.
    public func lines(in rendering: Rendering) -> [ReportLine] { files.map { .plain($0.words) } }

    /// The path of each file.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] { files.map { .plain($0.path) } }

    /// A JSON object for each file.
    public func json(in rendering: Rendering) -> [JSON] { files.map { .object($0.members()) } }
}
