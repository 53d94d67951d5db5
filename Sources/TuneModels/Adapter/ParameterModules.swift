/// The modules that hold the parameters of `target_parameters`; PEFT wraps one once for each of its parameters.
struct ParameterModules {
    private let names: Set<String>
    private let isAny: Bool

    private static let wrapper = ".base_layer"

    /// The modules of these parameters.
    init(_ parameters: [String]) {
        let modules = parameters.map { name in
            name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? ""
        }
        names = Set(modules)
        isAny = names.contains("")
    }

    /// True for such a module, wrapped or not.
    func contains(_ module: String) -> Bool {
        if isAny { return true }
        guard !names.isEmpty else { return false }
        var module = module[...]
        while module.hasSuffix(Self.wrapper) { module = module.dropLast(Self.wrapper.count) }
        return AdapterTargets.endings(of: module).contains { names.contains($0) }
    }
}
