/// How the keys and tokens begin that services give out: the one list for whatever masks secrets.
public enum SecretPrefixes {
    /// The beginnings, case as written: of model services, code hosts, chat services, clouds, and of JWTs (`eyJ`).
    public static let all = [
        "sk-", "hf_", "ghp_", "gho_", "github_pat_", "xoxb-", "xoxp-", "AKIA", "ASIA", "eyJ", "AIza",
        "glpat-",
    ]
}
