public import TuneBytes

/// What `model.safetensors.index.json` says: which file each tensor stands in.
public struct ShardIndex: Sendable, Hashable {
    /// The file of each tensor.
    public private(set) var files: [String: String] = [:]
    /// The bytes of all tensors; nil when it is not said.
    public private(set) var totalSize: Int?
    /// Tensors that stand twice in the index.
    public private(set) var repeated: [String] = []

    /// The file's name.
    public static let fileName = "model.safetensors.index.json"

    /// Reads an index.
    public init(_ document: Span<UInt8>) throws(JSONReaderError) {
        var json = try JSONReader(document)
        var hasMap = false
        try json.enterObject()
        while let key = try json.nextKey() {
            switch key {
            case "weight_map":
                hasMap = true
                try readMap(&json)
            case "metadata": try readMetadata(&json, document)
            default: try json.skip()
            }
        }
        try json.end()
        if !hasMap { throw .ended }
    }

    private mutating func readMap(_ json: inout JSONReader) throws(JSONReaderError) {
        try json.enterObject()
        while let tensor = try json.nextKey() {
            if files.updateValue(try json.string(), forKey: tensor) != nil { repeated.append(tensor) }
        }
    }

    private mutating func readMetadata(
        _ json: inout JSONReader, _ document: Span<UInt8>
    ) throws(JSONReaderError) {
        guard try json.kind() == .object else {
            try json.skip()
            return
        }
        try json.enterObject()
        while let key = try json.nextKey() {
            let value = document.extracting(try json.skip()).text
            if key == "total_size" { totalSize = Setting.number(value).integer }
        }
    }
}

/// The name `model-0000i-of-0000N.safetensors`.
struct ShardName: Hashable {
    /// The shard's number, from 1.
    let number: Int
    /// How many there are.
    let count: Int

    /// nil for any other name.
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
