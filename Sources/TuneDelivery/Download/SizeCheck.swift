import TuneTransfer

/// Gives a file its name only if it has the number of bytes the service announced.
struct SizeCheck: DownloadFollower {
    let announced: Int

    func fate(of received: Download.Received) async -> Download.Fate {
        received.size == announced ? .named : .keptAsPart
    }
}
