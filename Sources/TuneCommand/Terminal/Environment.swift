/// The variables by which tuneprep finds what it looks for, as far as they are set.
package enum Environment {
    /// Where caches and what they hold are found.
    private static let names = ["HOME", "XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE"]

    /// Their values by name, and those of `others`.
    package static func variables(and others: [String] = []) -> [String: String] {
        (names + others).reduce(into: [:]) { found, name in found[name] = Terminal.variable(name) }
    }
}
