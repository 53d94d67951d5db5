public import TunePipeline
import TuneServices
public import TuneTransfer

/// The Hugging Face token that a service is to publish with.
public enum HubToken {
    /// The token of a file, else the one in `HF_TOKEN`.
    public static func token(
        file: String?, environment: [String: String]
    ) throws(RunError) -> Secret {
        do throws(CredentialError) {
            if let file { return try Credentials(file: file).token }
            return try Credentials(variable: "HF_TOKEN", of: environment).token
        } catch {
            if case .missing = error {
                throw RunError(
                    "there is no token for the Hugging Face hub",
                    help: ["set HF_TOKEN, or name a file: `--hf-token-file PATH`"])
            }
            throw RunError(error)
        }
    }
}
