/// Which tensors an adapter's configuration lets it have, and of which rank. Regular expressions of others are not
/// run, since they may take for ever: what only they could tell is taken as right.
struct AdapterTargets {
    private let names: Set<String>?
    private let rank: Int?
    /// The ranks of modules by name, and those that a regular expression gives to some module.
    private let ranks: [String: Int]
    private let patternRanks: Set<Int>
    private let wholeModules: Set<String>
    private let parameterModules: ParameterModules
    private let trainsLoraBias: Bool
    /// True when each pair has a vector of magnitudes beside it.
    let usesMagnitudes: Bool
    private let trainsBias: Bool
    /// True when only some layers were trained.
    let choosesLayers: Bool

    /// What PEFT writes beside the pairs by itself.
    private static let embeddings = [
        "embed_tokens", "lm_head", "wte", "word_embeddings", "embed_in", "embed_out",
    ]
    private static let mostParts = 32

    /// What `configuration` lets an adapter have; whatever it likes when that is nil.
    init(_ configuration: AdapterConfiguration?) {
        if case .names(let names) = configuration?.targets { self.names = Set(names) } else { names = nil }
        rank = configuration?.rank
        let ranks = configuration?.ranks ?? [:]
        self.ranks = ranks.filter { Self.isPlain($0.key) }
        patternRanks = Set(ranks.filter { !Self.isPlain($0.key) }.values)
        wholeModules = Set((configuration?.wholeModules ?? []) + Self.embeddings)
        trainsBias = configuration?.trainsBias ?? false
        trainsLoraBias = configuration?.trainsLoraBias ?? false
        usesMagnitudes = configuration?.usesMagnitudes ?? false
        parameterModules = ParameterModules(configuration?.parameters ?? [])
        choosesLayers = configuration?.choosesLayers ?? false
    }

    /// True for a module whose pair is for parameters of it: how those share the rank is not known here.
    func holdsParameters(_ module: String) -> Bool {
        parameterModules.contains(module) && (names == nil || !isNamed(module))
    }

    /// True when the module was to be trained.
    func covers(_ module: String) -> Bool { isNamed(module) || parameterModules.contains(module) }

    private func isNamed(_ module: String) -> Bool {
        names.map { names in Self.endings(of: module[...]).contains { names.contains($0) } } ?? true
    }

    /// True for a tensor that may be there beside the pairs.
    func allows(_ name: String) -> Bool {
        guard LoraTensor.isSensible(name) else { return false }
        let name = LoraTensor.withoutPrefix(name)
        if name.contains("lora_") { return isLoraBias(name) }
        if name.contains("trainable_tokens") { return true }
        if trainsBias, name.hasSuffix(".bias") || name.contains(".bias.") { return true }
        let module = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return module.split(separator: ".").contains { wholeModules.contains(String($0)) }
            || Self.endings(of: module).contains { wholeModules.contains($0) }
    }

    /// True for the bias of a module's second matrix, when such are trained.
    private func isLoraBias(_ name: Substring) -> Bool {
        guard trainsLoraBias, name.hasSuffix(".bias"), let index = Self.lastIndex(of: ".lora_B.", in: name)
        else {
            return false
        }
        return covers(String(name[..<index]))
    }

    /// The targets for which no module has tensors.
    func missing(in modules: some Collection<String>) -> [String] {
        var missing = names ?? []
        for module in modules where !missing.isEmpty {
            for ending in Self.endings(of: module[...]) { missing.remove(ending) }
        }
        return missing.sorted()
    }

    /// True when none of the targets is left over.
    func lacksAll(_ missing: [String]) -> Bool { missing.count == names?.count }

    /// The rank a module should have, when it is not the one found. Of several patterns that match, the first counts
    /// in the file; which one that is, is not known here.
    func wantedRank(of module: String, found: Int) -> Int? {
        guard let rank, !patternRanks.contains(found), !holdsParameters(module) else { return nil }
        let own = ranks.isEmpty ? [] : Self.endings(of: module[...]).compactMap { ranks[$0] }
        return own.contains(found) || (own.isEmpty && found == rank) ? nil : own.first ?? rank
    }

    /// The name, and what follows each of its last dots.
    static func endings(of name: Substring) -> [String] {
        var endings: [String] = []
        var end = name.endIndex
        while endings.count < mostParts, let dot = name[..<end].lastIndex(of: ".") {
            endings.append(String(name[name.index(after: dot)...]))
            end = dot
        }
        if endings.count < mostParts { endings.append(String(name)) }
        return endings
    }

    private static func lastIndex(of word: String, in name: Substring) -> Substring.Index? {
        name.utf8.indices.last { name.utf8[$0...].starts(with: word.utf8) }
    }

    private static func isPlain(_ pattern: String) -> Bool {
        pattern.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
    }
}
