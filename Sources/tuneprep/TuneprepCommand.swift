import ArgumentParser
import TuneCommand

/// The command as far as it needs no network: it links none, and hands the rest over.
@main
struct TuneprepCommand: AsyncParsableCommand {
    static let configuration = Program.configuration(
        tokenizers: TokenizersCommand.self, upload: HandedOver.Upload.self, jobs: HandedOver.Jobs.self,
        download: HandedOver.Download.self)

    static func main() async {
        await Program.main(self)
    }
}
