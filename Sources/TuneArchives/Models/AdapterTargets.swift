/// Which tensors an adapter's configuration lets it have, and of which rank. Regular expressions of others are not
/// run, since they may take for ever: what only they could tell is taken as right.
struct AdapterTargets {
    private let names: Set<String>?
    private let rank: Int?
    /// The ranks of modules by name, and those that a regular expression gives to some module.
    private let ranks: [String: Int]
    private let patternRanks: Set<Int>
    private let wholeModules: Set<String>
    private let trainsBias: Bool
    /// True when only some layers were trained.
    let choosesLayers: Bool

    /// What PEFT writes beside the pairs by itself.
    private static let embeddings = [
        "embed_tokens", "lm_head", "wte", "word_embeddings", "embed_in", "embed_out",
    ]
    private static let mostParts = 32

    init(_ configuration: AdapterConfiguration?) {
        if case .names(let names) = configuration?.targets { self.names = Set(names) } else { names = nil }
        rank = configuration?.rank
        let ranks = configuration?.ranks ?? [:]
        self.ranks = ranks.filter { Self.isPlain($0.key) }
        patternRanks = Set(ranks.filter { !Self.isPlain($0.key) }.values)
        wholeModules = Set((configuration?.wholeModules ?? []) + Self.embeddings)
        trainsBias = configuration?.trainsBias ?? false
        choosesLayers = configuration?.choosesLayers ?? false
    }

    /// True when no rank is said.
    var hasNoRank: Bool { rank == nil }

    /// True when the module was to be trained.
    func covers(_ module: String) -> Bool {
        names.map { names in Self.endings(of: module[...]).contains { names.contains($0) } } ?? true
    }

    /// True for a tensor that may stand beside the pairs.
    func allows(_ name: String) -> Bool {
        guard LoraTensor.isSensible(name) else { return false }
        let name = LoraTensor.withoutPrefix(name)
        if name.contains("lora_") { return false }
        if name.contains("trainable_tokens") { return true }
        if trainsBias, name.hasSuffix(".bias") || name.contains(".bias.") { return true }
        let module = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return module.split(separator: ".").contains { wholeModules.contains(String($0)) }
            || Self.endings(of: module).contains { wholeModules.contains($0) }
    }

    /// The targets for which no module has tensors.
    func missing(in modules: some Collection<String>) -> [String] {
        guard let names else { return [] }
        var found = Set<String>()
        for module in modules { found.formUnion(Self.endings(of: module[...])) }
        return names.subtracting(found).sorted()
    }

    /// The rank a module should have, when it is not the one found.
    func wantedRank(of module: String, found: Int) -> Int? {
        guard let rank else { return nil }
        if !ranks.isEmpty, let own = Self.endings(of: module[...]).lazy.compactMap({ ranks[$0] }).first {
            return own == found ? nil : own
        }
        return found == rank || patternRanks.contains(found) ? nil : rank
    }

    /// The name, and what follows each of its last dots.
    private static func endings(of name: Substring) -> [String] {
        var endings: [String] = []
        var place = name.endIndex
        while endings.count < mostParts, let dot = name[..<place].lastIndex(of: ".") {
            endings.append(String(name[name.index(after: dot)...]))
            place = dot
        }
        if endings.count < mostParts { endings.append(String(name)) }
        return endings
    }

    private static func isPlain(_ pattern: String) -> Bool {
        pattern.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
    }
}
