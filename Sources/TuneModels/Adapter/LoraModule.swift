/// The tensors of one module.
struct LoraModule {
    var tensors: [LoraTensor.Role: SafetensorsTensor] = [:]

    static let pairs = [(LoraTensor.Role.a, LoraTensor.Role.b), (.embeddingA, .embeddingB)]

    /// A tensor whose other half is not there, with the half's role: one of a pair, a vector of magnitudes without
    /// a pair, or a pair without that vector where it has to have one.
    func half(withMagnitude: Bool) -> (has: SafetensorsTensor, lacks: LoraTensor.Role)? {
        for (one, other) in Self.pairs {
            if let tensor = tensors[one], tensors[other] == nil { return (tensor, other) }
            if let tensor = tensors[other], tensors[one] == nil { return (tensor, one) }
        }
        let first = tensors[.a] ?? tensors[.embeddingA]
        if let tensor = tensors[.magnitude], first == nil { return (tensor, .a) }
        if withMagnitude, let first, tensors[.magnitude] == nil { return (first, .magnitude) }
        return nil
    }
}
