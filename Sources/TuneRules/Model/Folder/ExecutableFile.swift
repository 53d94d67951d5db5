import TuneFindings
import TuneModels

/// TP708: a program or a library.
struct ExecutableFile: ModelRule {
    static let description = RuleDescription(
        code: "TP708", name: "executable-file", severity: .error, since: "0.1.0",
        summary: "a program, a library or a script",
        why: "a model is data: it needs no program, and one may be started by a click or by its name",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.adapterSettings, ModelExample.pair, #"tool = ‹7F›ELF"#),
            ModelExample.adapter(ModelExample.adapterSettings, ModelExample.pair, #"setup = ‹23›!sh"#),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .executable(let sign) = defect.kind else { return nil }
        let seen =
            switch sign {
            case .elf: "a program or a library of Linux"
            case .windows: "a program or a library of Windows"
            case .machO: "a program or a library of macOS"
            case .script: "a script that says which program runs it"
            default: "named like a program or a library"
            }
        return Wording("this is \(seen)", help: "remove it")
    }
}
