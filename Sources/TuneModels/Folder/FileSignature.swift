import TuneBytes

/// What gives a file away that can run code when it is loaded or opened.
public enum FileSignature: String, Sendable {
    /// A pickle, protocol 2 to 5.
    case pickle
    /// A zip archive that holds a pickle, as PyTorch writes them.
    case zippedPickle
    /// A NumPy file whose elements are objects, which are pickled.
    case objectArray
    /// The name says so, the bytes do not say otherwise.
    case pickleName
    /// A program or a library of Linux.
    case elf
    /// A program or a library of Windows.
    case windows
    /// A program or a library of macOS.
    case machO
    /// A script that says which program runs it.
    case script
    /// The name of a program or a library.
    case executableName

    /// True for what may be a pickle.
    public var isPickle: Bool {
        switch self {
        case .pickle, .zippedPickle, .objectArray, .pickleName: true
        default: false
        }
    }

    /// Number of bytes of a file's front, and of its end, that are looked at.
    public static let reach = 64 << 10
    private static let pickleEndings = [
        ".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib", ".dill",
    ]
    private static let executableEndings = [".so", ".dll", ".dylib", ".exe", ".pyd", ".bat", ".cmd", ".ps1"]

    /// What a file's front and end, or else its name, give away; nil when there is nothing.
    public static func of(_ name: String, front: Span<UInt8>, end: Span<UInt8>) -> FileSignature? {
        if let signature = of(front: front, end: end) { return signature }
        let name = name.lowercased()
        if pickleEndings.contains(where: name.hasSuffix) { return .pickleName }
        if executableEndings.contains(where: name.hasSuffix) || name.contains(".so.") {
            return .executableName
        }
        return nil
    }

    private static func of(front: Span<UInt8>, end: Span<UInt8>) -> FileSignature? {
        if front.isPickle { return .pickle }
        if front.starts(with: [0x50, 0x4B, 3, 4]) {
            return front.contains(".pkl") || end.contains(".pkl") ? .zippedPickle : nil
        }
        if front.starts(with: [0x93] + Array("NUMPY".utf8)) {
            return NumPyHeader.mayHoldObjects(front) ? .objectArray : nil
        }
        if front.starts(with: [0x7F] + Array("ELF".utf8)) { return .elf }
        if front.starts(with: Array("MZ".utf8)), front.count >= 64, front.hasNUL(in: 2..<64) {
            return .windows
        }
        if front.starts(with: Array("#!".utf8)) { return .script }
        for magic in machOMagics where front.starts(with: magic) { return .machO }
        return nil
    }

    private static let machOMagics: [[UInt8]] = [
        [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE],
    ]
}

extension Span where Element == UInt8 {
    fileprivate func starts(with magic: [UInt8]) -> Bool {
        guard count >= magic.count else { return false }
        for offset in magic.indices where self[offset] != magic[offset] { return false }
        return true
    }

    /// The protocol's number, and after it an instruction: a safetensors file may begin with the same two bytes.
    fileprivate var isPickle: Bool {
        guard count >= 3, self[0] == 0x80, (2...5).contains(self[1]) else { return false }
        return (0x80...0x98).contains(self[2])
            || "().012BCFGIJKLMNPQRSTUVX]abcdeghijlopqrstu}".utf8.contains(self[2])
    }

    fileprivate func hasNUL(in range: Range<Int>) -> Bool {
        for offset in range where self[offset] == 0 { return true }
        return false
    }

    fileprivate func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard count >= word.count else { return false }
        for start in 0...(count - word.count) where extracting(start..<count).starts(with: word) {
            return true
        }
        return false
    }
}
