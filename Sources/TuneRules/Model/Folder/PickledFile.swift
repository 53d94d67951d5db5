import TuneFindings
import TuneModels

/// TP705: a pickle.
struct PickledFile: ModelRule {
    static let description = RuleDescription(
        code: "TP705", name: "pickled-file", severity: .error, since: "0.1.0",
        summary: "a file that runs code when it is loaded",
        why:
            "loading a pickle runs whatever its author put into it; safetensors holds the same weights and runs nothing",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.adapterSettings, #"adapter_model.bin = ‹80›‹02›cposix"#),
            ModelExample.adapter(
                ModelExample.adapterSettings, ModelExample.pair, #"notes.txt = ‹80›‹04›‹95›"#),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .pickle(let sign) = defect.kind else { return nil }
        let seen =
            switch sign {
            case .zippedPickle: "this zip archive holds a pickle"
            case .objectArray:
                "this array holds Python objects, which are pickled, or does not let that be ruled out"
            case .pickleName: "the name is one of a pickle, and the bytes do not say otherwise"
            default: "this is a pickle"
            }
        if isLeftOver(defect.path) {
            return Wording(seen, help: "a left-over of training that no loader wants: safe to delete")
        }
        return Wording(seen, help: "ask for safetensors; keep it unloaded with `--allow pickled-file`")
    }

    /// True for what a trainer saves to go on later.
    private func isLeftOver(_ path: String) -> Bool {
        let name = String(Substring(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path[...].utf8))
        return ["training_args.bin", "optimizer.pt", "scheduler.pt"].contains(name)
            || (name.hasPrefix("rng_state") && name.hasSuffix(".pth"))
    }
}
