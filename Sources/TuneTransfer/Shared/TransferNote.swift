/// What happens while a file is moved, for whoever shows progress.
public enum TransferNote: Sendable, Equatable {
    /// The body begins: the number of bytes of the whole, when the server says, and of those that were here before.
    case began(total: Int?, kept: Int)
    /// The number of bytes that are here now.
    case received(Int)
    /// The number of bytes of an upload that have left; fewer than before when it is sent again.
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
