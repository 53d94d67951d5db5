import ArgumentParser
import TuneCommand

/// The whole command: what `tuneprep` does, and what speaks to a service.
@main
struct TuneprepOnlineCommand: AsyncParsableCommand {
    static let configuration = Program.configuration(
        tokenizers: Tokenizers.self, upload: UploadCommand.self, jobs: JobsCommand.self,
        download: DownloadCommand.self)

    /// `tuneprep tokenizers`, with a `pull` that fetches.
    struct Tokenizers: AsyncParsableCommand {
        static let configuration = TokenizersCommand.tree(pull: TokenizersPullCommand.self)
    }

    static func main() async {
        await JobRecords.$source.withValue(ServiceJobRecords()) {
            await Program.main(self)
        }
    }
}
