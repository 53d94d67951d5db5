import Foundation
import TuneBytes
import TuneTransfer

// Moves one file with `TuneTransfer`:
//   transferbench get ADDRESS TARGET [MB]   downloads; a thread reads behind it, at most so many MB a second
//   transferbench post ADDRESS FILE         uploads as a form
//   transferbench put ADDRESS FILE          uploads as it is
// Exits with 0 when all of it has arrived, else with 1 and the reason.

/// Reads a download while it comes, slowly, and throws away what it reads.
struct SlowReader: DownloadFollower {
    let file: GrowingFile?
    private let reading: Task<Void, Never>

    /// Begins to read, at most so many megabytes a second.
    init(of file: GrowingFile, megabytes: Int) {
        self.file = file
        let (ended, signal) = AsyncStream.makeStream(of: Void.self)
        reading = Task { for await _ in ended {} }
        Thread.detachNewThread {
            let reader = file.reader()
            var bytes: [UInt8] = []
            while let got = try? reader.read(1 << 20, into: &bytes), got > 0 {
                bytes.removeAll(keepingCapacity: true)
                Thread.sleep(forTimeInterval: Double(got) / 1e6 / Double(megabytes))
            }
            signal.finish()
        }
    }

    func fate(of received: Download.Received) async -> Download.Fate {
        await reading.value
        return .named
    }
}

func move(_ words: [String], over transport: HTTPTransport) async throws(TransferError) -> Int? {
    guard words.count >= 4, let address = WebAddress(words[2]) else { return nil }
    switch words[1] {
    case "get":
        var download = Download(address, to: words[3])
        download.policy.tries = 2
        if words.count > 4, let megabytes = Int(words[4]) {
            download.follower = SlowReader(of: GrowingFile(path: words[3] + ".part"), megabytes: megabytes)
        }
        return try await download.run(over: transport).size
    case "post", "put":
        let upload: FileUpload =
            words[1] == "put"
            ? .put(words[3], to: address) : .form(words[3], to: address, contentType: "text/csv")
        let sent = try await upload.run(over: transport)
        return sent.answer.head.status < 300 ? sent.contents.size : nil
    default: return nil
    }
}

let transport = HTTPTransport(environment: [:])
do throws(TransferError) {
    guard let size = try await move(CommandLine.arguments, over: transport) else {
        print("usage: transferbench get|post|put ADDRESS FILE [MB]")
        exit(1)
    }
    print(size)
} catch {
    FileHandle.standardError.write(Data((error.message + "\n").utf8))
    exit(1)
}
