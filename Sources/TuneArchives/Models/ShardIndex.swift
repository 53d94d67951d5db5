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
