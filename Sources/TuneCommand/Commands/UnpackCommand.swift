import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline
import TuneReport

/// `tuneprep unpack`: a model's archive into a folder, safely.
struct UnpackCommand: InterruptibleCommand, JobRecordCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpack",
        abstract: "Unpack a model's archive into a folder, safely.",
        discussion: """
            example: tuneprep unpack model.tar.gz --into model

            Nothing appears under the folder's name until all of it is there and checked. Links, devices, names that lead \
            elsewhere and archives that grow beyond the limits are refused; damage is found by the checksums.
            """)

    @Argument(help: "A .tar.gz file, or `-` for standard input.", completion: .file())
    var archive: String

    @Option(help: "The folder to make; it must not exist.", completion: .directory)
    var into: String?

    @Flag(help: "Replace the folder if it exists, in one step.")
    var force = false

    @Flag(help: "Show what is inside and what would be refused, and write nothing.")
    var list = false

    @OptionGroup var record: JobRecordArguments

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup var unpacking: UnpackArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    var asksService: Bool { record.id != nil && !list && !unpacking.isUnverified }

    func run() async throws {
        var rendering = try output.rendering()
        try output.keepApart(from: [archive, record.file])
        var options = try unpacking.options(into: try folder(), isReplacing: force)
        if var verification = options.verification, !list {
            try await record.add(to: &verification, quiet: output.quiet)
            options.verification = verification
        }
        let choice: ProgressBar.Choice =
            output.quiet ? .none : try ArgumentValue.choice(progress, for: "--progress")
        let bar = ProgressBar(choice)
        if let bar { options.progress = { bar.update($0) } }
        defer { bar?.finish() }
        let run = UnpackRun(options)
        if list {
            let listing = try run.listing(of: archive)
            try output.emit(listing, in: rendering)
            if listing.refusals > 0 { throw ExitCode(1) }
            return
        }
        let result = try run.result(of: archive)
        bar?.finish()
        rendering.failsAt = options.failsAt
        try output.emit(result, in: rendering)
        if !result.isPublished { throw ExitCode(1) }
    }

    private func folder() throws -> String {
        if let into { return into }
        guard list else {
            throw RunError(
                "`unpack` wants to know where to",
                help: ["name a new folder: `--into model`", "or only look: `--list`"])
        }
        return ""
    }
}
