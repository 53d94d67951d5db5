/// The beginnings of the keys and tokens that services give out: the one list for everything that masks secrets.
public enum SecretPrefixes {
    /// The beginnings, in upper and lower case as they are written: of model services, code hosts, chat services, clouds, and of JWTs (`eyJ`).
    public static let all = [
        "sk-", "hf_", "ghp_", "gho_", "github_pat_", "xoxb-", "xoxp-", "AKIA", "ASIA", "eyJ", "AIza",
        "glpat-",
    ]
}
