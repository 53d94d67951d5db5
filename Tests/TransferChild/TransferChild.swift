import Foundation
import TuneBytes
import TuneTransfer

/// A process that moves one file: `transfer-child get ADDRESS TARGET`, made to be killed, saves what it has every few
/// bytes, and says on standard output when it begins; `transfer-child put ADDRESS FILE` says what memory it took.
@main
enum TransferChild {
    static func main() async {
        let words = CommandLine.arguments
        guard words.count == 4, let address = WebAddress(words[2]) else {
            return say("usage: transfer-child get|put ADDRESS FILE")
        }
        let transport = HTTPTransport(environment: [:])
        do throws(TransferError) {
            if words[1] == "get" {
                try await get(address, words[3], over: transport)
            } else {
                try await put(address, words[3], over: transport)
            }
        } catch {
            say("failed \(error.message)")
        }
        await transport.shutdown()
    }

    private static func get(
        _ address: WebAddress, _ target: String, over transport: HTTPTransport
    ) async throws(TransferError) {
        var download = Download(address, to: target)
        download.policy.checkpointBytes = 100_000
        let received = try await download.run(over: transport) { note in
            if case .began(_, let kept) = note { say("began \(kept)") }
        }
        say("whole \(received.sha256)")
    }

    private static func put(
        _ address: WebAddress, _ file: String, over transport: HTTPTransport
    ) async throws(TransferError) {
        let sent = try await FileUpload.put(file, to: address).run(over: transport)
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.filter(\.isNumber) ?? ""
        say("sent \(sent.contents.size) peak \(peak)")
    }

    /// Prints a line at once; `print` waits for more when nobody looks.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
