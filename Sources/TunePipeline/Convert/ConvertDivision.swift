import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Decides which file a row goes to. Where that depends on all rows, they are gone through once before.
struct ConvertDivision {
    /// A file rows go to.
    enum Part: Int, Sendable { case training, validation, test }

    /// The parts there are, training first.
    let parts: [Part]
    /// What the manifests say of the division.
    let note: [JSON.Member]
    private let byRow: [Bool]
    private let byIdentity: [String: Part]

    /// The parts' paths, in order.
    let destinations: [(part: Part, path: String)]

    /// Settles the division a run asks for; reads its files where it depends on the rows.
    init(of run: ConvertRun) async throws {
        let options = run.options
        switch options.division {
        case .none:
            (parts, note, byRow, byIdentity) = ([.training], [], [], [:])
        case .share(let size, let seed):
            let rows = try await Self.rows(of: run)
            let plan = try SplitPlan(of: rows, size: size, seed: seed)
            parts = [.training, .validation]
            byRow = plan.isValidation
            byIdentity = [:]
            note = [
                ("generator", .text(SplitPlan.generator)), ("seed", .text("\(seed)")),
                ("wished_validation_rows", .number(plan.wished)),
            ]
        case .official(let fold):
            let split = try await Self.officialSplit(of: run)
            var partOf: [String: Part] = [:]
            for identity in split.crossValidation { partOf[identity] = .training }
            for identity in split.test { partOf[identity] = .test }
            if let fold { for identity in split.folds[fold] { partOf[identity] = .validation } }
            byIdentity = partOf
            byRow = []
            parts = fold == nil ? [.training, .test] : [.training, .validation, .test]
            note = [("split", .text("official")), ("fold", .number(fold))]
        }
        destinations = parts.map { part in
            switch part {
            case .training: (part, options.output)
            case .validation: (part, options.sibling("validation"))
            case .test: (part, options.sibling("test"))
            }
        }
    }

    /// The part of the `row`-th row written, counted from 0, whose record goes by `identity`.
    func part(row: Int, identity: String?) throws(RunError) -> Part {
        if !byRow.isEmpty {
            guard row < byRow.count else { throw .changedWhileRead }
            return byRow[row] ? .validation : .training
        }
        return identity.flatMap { byIdentity[$0] } ?? .training
    }

    private static func rows(of run: ConvertRun) async throws -> SplitRows {
        var rows = SplitRows()
        try await forEachWritten(of: run) { record in
            let stratum = record.stratum.map { Hash128(Array($0.utf8).span) }
            rows.add(stratum: stratum, group: nil)
        }
        return rows
    }

    private static func officialSplit(of run: ConvertRun) async throws -> OfficialSplit {
        var entries: [OfficialSplit.Entry] = []
        let layouts = try await forEachWritten(of: run) { record in
            guard let identity = record.identity, let decision = record.stratum else { return }
            entries.append(.init(identity: identity, decision: decision))
        }
        let split = OfficialSplit(of: entries)
        let hasOfficialSplit = layouts.allSatisfy(\.hasOfficialSplit)
        guard hasOfficialSplit, entries.count == OfficialSplit.recordCount, split.isOfficial else {
            throw RunError(
                "the official split is defined for the 1,000 labelled records of PubMedQA (PQA-L); this file holds"
                    + " \(entries.count) records with an id and a decision, and not those",
                help: ["draw a split of your own: `--validation 10%`"])
        }
        return split
    }

    /// Lends every row that will be written, in order, and returns the layouts of the files.
    @discardableResult
    private static func forEachWritten(
        of run: ConvertRun, _ body: (ConvertedRecord) -> Void
    ) async throws -> [any Layout] {
        let options = run.options
        var judge = DatasetJudge(run.rules)
        var layouts: [any Layout] = []
        for source in options.sources {
            guard source.isReadableTwice else {
                throw RunError(
                    "dividing the rows reads the input twice, and standard input can be read once",
                    help: ["write it to a file first"])
            }
            let file = try source.open(workers: options.workers)
            layouts.append(file.layout)
            judge.begin(file.path)
            var position = FilePosition()
            try await run.run(file) { parsed in
                for record in parsed.outcome.records where record.fate == .written {
                    guard let fingerprint = record.fingerprint else { continue }
                    let found = judge.judge(fingerprint, after: position)
                    if !found.contains(where: { options.drop.contains($0.rule) }) { body(record) }
                }
                position.records += parsed.statistics.records
            }
        }
        return layouts
    }
}
