/// The name `model-0000i-of-0000N.safetensors`.
struct ShardName: Hashable {
    /// The shard's number, from 1.
    let number: Int
    /// Number of all shards.
    let count: Int

    /// Takes a name apart; nil for any other.
    init?(_ name: String) {
        guard name.hasPrefix("model-"), name.hasSuffix(".safetensors") else { return nil }
        let parts = name.dropFirst("model-".count).dropLast(".safetensors".count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1] == "of", let number = Self.number(parts[0]),
            let count = Self.number(parts[2])
        else { return nil }
        self.number = number
        self.count = count
    }

    /// The name of a shard.
    static func spelled(_ number: Int, of count: Int) -> String {
        func padded(_ number: Int) -> String {
            String(repeating: "0", count: max(0, 5 - "\(number)".count)) + "\(number)"
        }
        return "model-\(padded(number))-of-\(padded(count)).safetensors"
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (5...7).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            return nil
        }
        return Int(digits)
    }
}
