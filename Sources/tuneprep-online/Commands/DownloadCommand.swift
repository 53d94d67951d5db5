import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices
import TuneTransfer

/// `tuneprep download`: what the service has, brought here.
struct DownloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "download",
        abstract: CommandSummary.download,
        discussion: """
            example: tuneprep download model JOB --into model

            What was received of a download that breaks off is used the next time; a file gets its name when it is whole.
            """,
        subcommands: [Model.self, Dataset.self, File.self])

    /// `tuneprep download dataset`.
    struct Dataset: InterruptibleCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the files of a data set into a folder.",
            discussion: "example: tuneprep download dataset ID -o data")

        @Argument(help: "The data set's id.")
        var id: String

        @OptionGroup(title: "Download") var retrieval: DownloadArguments

        func run() async throws {
            let (id, path) = (id, retrieval.path)
            try await retrieval.run { run, note in try await run.dataset(id, to: path, note: note) }
        }
    }

    /// `tuneprep download file`.
    struct File: InterruptibleCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a file.",
            discussion: "example: tuneprep download file ID -o train.csv")

        @Argument(help: "The file's id.")
        var id: String

        @Option(help: "Where it is, when the service does not say; the token does not go there.")
        var url: String?

        @OptionGroup(title: "Download") var retrieval: DownloadArguments

        func run() async throws {
            let (id, url, path) = (id, url, retrieval.path)
            try await retrieval.run { run, note in
                try await run.file(id, from: url, to: path, note: note)
            }
        }
    }
}

/// Where what is brought here goes; shared by all downloads.
struct DownloadArguments: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("out")],
        help: "A file or a folder (default: the current folder, under the name the service gives).",
        completion: .file())
    var path: String?

    @Flag(help: "Replace a file or folder that is here.")
    var force = false

    @OptionGroup(title: "Service") var service: ServiceArguments

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup(title: "Output") var output: OutputArguments

    /// Brings something, shows how far it is, and prints what was brought.
    func run(
        _ body: (DownloadRun, @escaping DownloadRun.Note) async throws -> [DownloadResult]
    ) async throws {
        let rendering = try output.rendering()
        let retrieved = try await run { run, bar in try await body(run) { bar.note($0) } }
        try output.emit(DownloadReport(retrieved), in: rendering)
    }

    /// Brings something and shows how far it is.
    func run<Result>(_ body: (DownloadRun, TransferBar) async throws -> Result) async throws -> Result {
        let bar = TransferBar(try ArgumentValue.choice(progress, for: "--progress"), isQuiet: output.quiet)
        defer { bar.finish() }
        return try await service.withService(quiet: output.quiet) { service, transport in
            try await body(DownloadRun(service, over: transport, isForced: force), bar)
        }
    }
}
