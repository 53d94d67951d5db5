import TunePipeline
import TuneText

extension TokenTally {
    /// The parts for people: `prompts 300, answers 200, template 50`.
    func described(_ tokenizer: TokenizerUse) -> String {
        let template = tokenizer.template.map { ", template \(overhead.grouped) (\($0))" } ?? ""
        return "prompts \(prompt.grouped), answers \(answer.grouped)\(template)"
    }
}
