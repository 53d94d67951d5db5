public import TuneExamples
public import TuneFindings
public import TuneRecords

/// The rules of one run, ready to judge.
public struct RuleSet: Sendable {
    private let records: [(id: RuleID, rule: any RecordRule)]
    private let examples: [ExampleJudge]
    private let lengths: [(id: RuleID, rule: any LengthRule)]
    private let files: [(id: RuleID, rule: any FileRule)]
    private let datasets: [(id: RuleID, rule: any DatasetRule)]

    /// The rules of `profile` but for some families.
    public init(profile: Profile, without families: Set<RuleFamily>) {
        let allow = RuleID.all.filter { families.contains($0.description.family) }
        self.init(profile: profile, allow: Set(allow))
    }

    /// The rules of `profile`, those in `allow` left out; `only` empty means all.
    public init(profile: Profile, only: Set<RuleID> = [], allow: Set<RuleID> = []) {
        let chosen = RuleCatalogue.rules(for: profile, only: only, allow: allow)
        var sorted = RulesByKind()
        for (id, rule) in chosen { sorted.add(rule.kind, id) }
        (records, examples, lengths) = (sorted.records, sorted.examples, sorted.lengths)
        (files, datasets) = (sorted.files, sorted.datasets)
    }

    /// Judges a record's shape.
    public func check(_ record: borrowing Record, into report: inout SliceReport) {
        guard !record.defects.isEmpty else { return }
        var found = Report()
        for (id, rule) in records {
            report.ask(id, about: record, in: &found) { rule.check(record, &$0) }
        }
    }

    /// Judges an example, which was read from `record` and has `tokens`.
    public func check(
        _ example: borrowing Example, of record: borrowing Record, tokens: borrowing ExampleTokens,
        into report: inout SliceReport
    ) {
        var found = Report()
        // A span lends the judges; going over the array would retain each one.
        let judges = examples.span
        for index in judges.indices {
            report.ask(judges[index].id, about: record, in: &found) {
                judges[index].check(example, record, &$0)
            }
        }
        guard !lengths.isEmpty, let loss = tokens.loss(of: example) else { return }
        for (id, rule) in lengths {
            guard let wording = rule.judge(loss, of: tokens) else { continue }
            report.ask(id, about: record, in: &found) { $0.add(at: .record(record)) { wording } }
        }
    }

    /// What is wrong with a file as a whole.
    public func check(_ file: FileFacts) -> [RuleFinding] {
        files.flatMap { id, rule in
            var report = FileReport(by: id, on: file)
            rule.check(file, &report)
            return report.findings
        }
    }

    /// True when examples are compared with one another.
    public var comparesExamples: Bool {
        !datasets.isEmpty || files.contains { $0.rule is UnrememberedExamples }
    }

    /// What each rule says of an example beside those before it.
    func compare(
        _ example: Fingerprint, with earlier: EarlierMatches
    ) -> [(rule: RuleID, wording: Wording)] {
        guard earlier != EarlierMatches() else { return [] }
        return datasets.compactMap { id, rule in rule.judge(example, earlier).map { (id, $0) } }
    }
}

/// Rules of data by what they judge; those of models are not asked.
private struct RulesByKind {
    var records: [(id: RuleID, rule: any RecordRule)] = []
    var examples: [ExampleJudge] = []
    var lengths: [(id: RuleID, rule: any LengthRule)] = []
    var files: [(id: RuleID, rule: any FileRule)] = []
    var datasets: [(id: RuleID, rule: any DatasetRule)] = []

    mutating func add(_ kind: RuleKind, _ id: RuleID) {
        switch kind {
        case .record(let rule): records.append((id, rule))
        case .example(let rule): examples.append(ExampleJudge(id, rule))
        case .length(let rule): lengths.append((id, rule))
        case .file(let rule): files.append((id, rule))
        case .dataset(let rule): datasets.append((id, rule))
        case .model, .conversion: break
        }
    }
}

/// An example rule, its type settled once: a call through `any ExampleRule` would copy the rule each time.
private struct ExampleJudge: Sendable {
    let id: RuleID
    let check: @Sendable (borrowing Example, borrowing Record, inout Report) -> Void

    init(_ id: RuleID, _ rule: some ExampleRule) {
        self.id = id
        check = { rule.check($0, of: $1, &$2) }
    }
}
