import TunePipeline
import TuneText
import TuneTokens

extension TokenizerUse {
    /// How tokens were counted, for people: `Llama 3, exact`, or `Llama 3 estimate ±8.2 %`.
    var described: String {
        if isExact {
            return countsForFamily ? "\(family.title), exact" : "a vocabulary like \(family.title)'s, exact"
        }
        return "\(family.title) estimate ±\(Decimals.percent(ofThousandths: errorPermille)) %"
    }
}
