/// Somebody else's word as messages show it: in backticks, cut to `limit` characters, what is invisible made visible,
/// what looks like a secret masked.
///
/// Of a word that is much longer, only the front is looked at, so that a hostile name costs little.
public func shown(_ word: String, limit: Int = 40) -> String {
    // A secret is known by its beginning: what is this far after the cut cannot change what is before it.
    let margin = 256
    let front = word.prefix(limit + margin)
    let text = DisplayText.visible(String(Masking.masked(String(front)).prefix(limit)))
    return "`\(text)\(front.count > limit ? "…" : "")`"
}

/// A name that need not be text, as messages show it; `without a name` when there is none.
public func shown(_ bytes: [UInt8], limit: Int = 40) -> String {
    bytes.isEmpty ? "without a name" : shown(String(decoding: bytes, as: UTF8.self), limit: limit)
}
