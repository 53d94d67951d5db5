import Foundation
import TuneBytes
import TuneTransfer

/// A process that downloads `ADDRESS` to `TARGET`, made to be killed: it saves what it has every few bytes, and says
/// on standard output when it begins.
@main
enum TransferChild {
    static func main() async {
        let words = CommandLine.arguments
        guard words.count == 3, let source = WebAddress(words[1]) else {
            return say("usage: transfer-child ADDRESS TARGET")
        }
        var download = Download(source, to: words[2])
        download.patience.checkpointBytes = 100_000
        let transport = HTTPTransport(environment: [:])
        do throws(TransferError) {
            let received = try await download.run(over: transport) { note in
                if case .began(_, let kept) = note { say("began \(kept)") }
            }
            say("whole \(received.sha256)")
        } catch {
            say("failed \(error.message)")
        }
        await transport.shutdown()
    }

    /// Prints a line at once; `print` waits for more when nobody looks.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
