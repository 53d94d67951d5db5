extension PriceBook {
    /// The prices this package ships with, as published up to ``builtInDay``.
    ///
    /// Only prices read on a provider's own page, or in a dated transcription of it, and still in force.
    public static let builtIn = PriceBook(
        together + fireworks + tinker + primeIntellect + openAI + ori)

    /// The day the built-in prices were compiled.
    public static let builtInDay = "2026-11-21"
}
