public import TuneExamples
public import TuneFindings
public import TuneRecords

/// The rules of one run, ready to judge.
public struct RuleSet: Sendable {
    private let records: [(place: Int, rule: any RecordRule)]
    private let examples: [ExampleJudge]
    private let files: [(place: Int, rule: any FileRule)]
    private let datasets: [(place: Int, rule: any DatasetRule)]

    /// The rules of `profile` but for some families.
    public init(profile: Profile, without families: Set<RuleFamily>) {
        let places = RuleCatalogue.descriptions.indices.filter {
            families.contains(RuleCatalogue.descriptions[$0].family)
        }
        self.init(profile: profile, allow: Set(places))
    }

    /// The rules of `profile`; `only` and `allow` hold places in the catalogue, `only` empty means all.
    public init(profile: Profile, only: Set<Int> = [], allow: Set<Int> = []) {
        let all: [any Rule] = RuleCatalogue.rules(for: profile)
        let chosen = all.compactMap { rule -> (place: Int, rule: any Rule)? in
            guard let place = RuleCatalogue.place(of: type(of: rule).description.code) else { return nil }
            let isWanted = (only.isEmpty || only.contains(place)) && !allow.contains(place)
            return isWanted ? (place, rule) : nil
        }
        records = chosen.compactMap { place, rule in (rule as? any RecordRule).map { (place, $0) } }
        examples = chosen.compactMap { place, rule in
            (rule as? any ExampleRule).map { ExampleJudge(place, $0) }
        }
        files = chosen.compactMap { place, rule in (rule as? any FileRule).map { (place, $0) } }
        datasets = chosen.compactMap { place, rule in (rule as? any DatasetRule).map { (place, $0) } }
    }

    /// Judges a record's shape.
    public func check(_ record: borrowing Record, _ report: inout Report) {
        guard !record.defects.isEmpty else { return }
        for (place, rule) in records {
            report.rule = place
            rule.check(record, &report)
        }
    }

    /// Judges an example.
    public func check(
        _ example: borrowing Example, _ tokens: borrowing ExampleTokens, of record: borrowing Record,
        _ report: inout Report
    ) {
        for judge in examples {
            report.rule = judge.place
            judge.check(example, tokens, record, &report)
        }
    }

    /// Judges a file.
    public func check(_ file: FileFacts, _ report: inout FileReport) {
        for (place, rule) in files {
            report.rule = place
            rule.check(file, &report)
        }
    }

    /// True when examples are compared with one another.
    public var comparesExamples: Bool {
        !datasets.isEmpty || files.contains { $0.rule is UnrememberedExamples }
    }

    /// Judges an example beside those before it: what is said, with the rule's place in the catalogue.
    public func compare(_ example: Fingerprint, _ earlier: EarlierMatches) -> [(place: Int, wording: Wording)]
    {
        guard earlier != EarlierMatches() else { return [] }
        return datasets.compactMap { place, rule in rule.judge(example, earlier).map { (place, $0) } }
    }
}

/// An example rule, its type settled once: a call through `any ExampleRule` would copy the rule each time.
private struct ExampleJudge: Sendable {
    let place: Int
    let check: @Sendable (borrowing Example, borrowing ExampleTokens, borrowing Record, inout Report) -> Void

    init(_ place: Int, _ rule: some ExampleRule) {
        self.place = place
        check = { rule.check($0, $1, of: $2, &$3) }
    }
}
