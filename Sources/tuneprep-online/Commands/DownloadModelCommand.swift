import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TuneFindings
import TunePipeline
import TuneReport

extension DownloadCommand {
    /// `tuneprep download model`.
    struct Model: InterruptibleCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the model of a completed job: a .tar.gz archive, or the folder in it.",
            discussion: """
                example: tuneprep download model JOB --into model

                With `--into` the archive is unpacked while it comes, and the model judged against its job. The folder \
                gets its name when the download is whole and verified and the model passes, the archive after that. An \
                archive that is refused stops the download.
                """)

        @Argument(help: "The job's id.")
        var id: String

        @Option(help: "The folder to make of it; it must not exist.", completion: .directory)
        var into: String?

        @Flag(
            name: .customLong("no-keep-archive"),
            help: "Remove the archive when it has been unpacked.")
        var dropsArchive = false

        @OptionGroup var unpacking: UnpackArguments

        @OptionGroup(title: "Download") var retrieval: DownloadArguments

        func run() async throws {
            guard let into else {
                if dropsArchive {
                    throw RunError(
                        "`--no-keep-archive` would leave nothing", help: ["name a folder: `--into model`"])
                }
                if let option = unpacking.given {
                    throw RunError(
                        "`\(option)` is about unpacking, and nothing would be unpacked",
                        help: ["name a folder: `--into model`"])
                }
                let (id, path) = (id, retrieval.path)
                return try await retrieval.run { run, note in try await run.model(id, to: path, note: note) }
            }
            var options = try unpacking.options(into: into, isReplacing: retrieval.force)
            let rendering = try retrieval.output.rendering(failsAt: options.failsAt)
            try retrieval.output.keepApart(from: [retrieval.path, into])
            let (id, path, keepsArchive) = (id, retrieval.path, !dropsArchive)
            let fetched = try await retrieval.run { run, bar in
                options.progress = { bar.unpacked($0) }
                return try await run.model(
                    id, to: path, unpacking: options, keepsArchive: keepsArchive
                ) { bar.note($0) }
            }
            try retrieval.output.emit(fetched, in: rendering)
            if !fetched.unpacked.isPublished { throw ExitCode(1) }
        }
    }
}
