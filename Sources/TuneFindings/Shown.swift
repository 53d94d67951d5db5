/// A word of the user's data as messages show it: in backticks, cut to 40 characters, what is invisible made
/// visible, what looks like a secret masked.
public func shown(_ word: String) -> String {
    let limit = 40
    let text = DisplayText.visible(String(Masking.masked(word).prefix(limit)))
    return "`\(text)\(word.count > limit ? "…" : "")`"
}
