import TuneBytes
import TuneFindings

/// TP013: a file in another encoding than UTF-8.
struct Transcoded: FileRule {
    static let description = RuleDescription(
        code: "TP013", name: "transcoded", severity: .advice, since: "0.1.0",
        summary: "the file is not UTF-8 and was transcoded while it was read",
        why: "services expect UTF-8 and refuse other encodings or store broken characters",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [
            RuleExample(
                "train.csv",
                "‹FF›‹FE›q‹00›,‹00›a‹00›n‹00›s‹00›w‹00›e‹00›r‹00›\n‹00›W‹00›?‹00›,‹00›S‹00›o‹00›\n‹00›")
        ])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard let name = name(of: file.encoding) else { return }
        report.add(
            Wording(
                "the file is \(name) and was read as such; services expect UTF-8",
                help: "`tuneprep convert` writes UTF-8"))
    }

    private func name(of encoding: TextEncoding) -> String? {
        switch encoding {
        case .utf8: nil
        case .utf16LittleEndian: "UTF-16 (little endian)"
        case .utf16BigEndian: "UTF-16 (big endian)"
        case .windows1252: "Windows-1252"
        case .latin1: "Latin-1"
        }
    }
}
