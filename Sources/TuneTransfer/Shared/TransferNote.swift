/// What happens while a file is moved, for whoever shows progress.
public enum TransferNote: Sendable, Equatable {
    /// The body begins: so many bytes in all, when the server says, of which so many were here before.
    case began(total: Int?, kept: Int)
    /// So many bytes are here now.
    case received(Int)
    /// So many bytes of an upload have left; fewer than before when it is sent again.
    case sent(Int, of: Int)
    /// What was received is no use; the download starts again from the beginning.
    case startedOver(Restart)
    /// A try failed for this reason; the next one follows after a pause.
    case waits(reason: String, pause: Duration)

    /// Why a download starts again from the beginning.
    public enum Restart: String, Sendable {
        /// The file on the server is another one now.
        case changed = "the file changed on the server"
        /// The server sends all of it whatever is asked.
        case rangeIgnored = "the server does not continue files"
        /// The server answered with other bytes than were asked for.
        case wrongRange = "the server answered with another part than was asked for"
        /// What was kept and received does not have the right checksum.
        case wrongChecksum = "the parts received do not fit together"
    }
}
