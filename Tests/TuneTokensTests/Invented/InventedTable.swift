@testable import TuneTokens

/// Texts of tokens, in the form a vocabulary has them.
struct InventedTable {
    var texts: [UInt8] = []
    var starts: [UInt32] = [0]
    var ids: [[UInt8]: UInt32] = [:]

    init(_ tokens: [[UInt8]]) {
        for (id, token) in tokens.enumerated() {
            texts += token
            starts.append(UInt32(texts.count))
            if !token.isEmpty { ids[token] = UInt32(id) }
        }
    }

    /// Two tokens and what they spell together.
    func merge(_ left: [UInt8], _ right: [UInt8], rank: UInt32) -> Merge {
        Merge(left: ids[left] ?? 0, right: ids[right] ?? 0, result: ids[left + right] ?? 0, rank: rank)
    }

    /// Each split of each token into two tokens, those of lower rank first.
    func everySplit(rank: (Int) -> UInt32) -> [Merge] {
        var merges: [Merge] = []
        for (token, id) in ids {
            for cut in token.indices.dropFirst() {
                guard let left = ids[Array(token[..<cut])], let right = ids[Array(token[cut...])] else {
                    continue
                }
                merges.append(Merge(left: left, right: right, result: id, rank: rank(Int(id))))
            }
        }
        return merges.sorted { ($0.rank, $0.left, $0.right) < ($1.rank, $1.left, $1.right) }
    }
}
