/// Whether the weights of a full model are all there, and in the files where the index says.
struct ShardCheck {
    private let contents: ModelContents
    /// What is wrong.
    private(set) var defects = ModelDefectList()
    /// The files that hold the weights, sorted.
    private(set) var used: [String] = []
    /// False when a file is missing: what it would hold is not known.
    private(set) var isComplete = true

    /// Checks the weights of the full model that `contents` holds.
    init(_ contents: ModelContents) {
        self.contents = contents
        if let index = contents.index {
            checkFiles(index)
            checkTensors(index)
            checkUnused()
            return
        }
        let shards = contents.names.filter { ShardName($0) != nil }.sorted()
        if contents.names.contains(ModelContents.weightsName) {
            used = [ModelContents.weightsName]
            if !contents.names.contains(ShardIndex.fileName) { checkUnused() }
        } else if contents.names.contains(ShardIndex.fileName) {
            used = shards
        } else if shards.isEmpty {
            noteMissing(.noWeights, in: ModelContents.weightsName)
        } else {
            used = shards
            noteMissing(.noIndex(shards: shards.count), in: ShardIndex.fileName)
            checkNumbers(shards)
        }
    }

    private mutating func noteMissing(_ kind: ModelDefect.Kind, in name: String) {
        isComplete = false
        note(kind, in: name)
    }

    private mutating func note(_ kind: ModelDefect.Kind, in name: String, tensor: String? = nil) {
        defects.append(ModelDefect(kind, in: contents.root + name, part: tensor.map { .tensor($0) }))
    }

    private mutating func checkFiles(_ index: ShardIndex) {
        for tensor in index.repeated { note(.repeatedKey, in: ShardIndex.fileName, tensor: tensor) }
        var tensors: [String: Int] = [:]
        for file in index.files.values { tensors[file, default: 0] += 1 }
        for (file, count) in tensors.sorted(by: { $0.key < $1.key }) {
            if !file.isPlainName || !file.hasSuffix(".safetensors") {
                noteMissing(.shardOutside(file), in: ShardIndex.fileName)
            } else if !contents.names.contains(file) {
                noteMissing(.missingShard(tensors: count), in: file)
            } else {
                used.append(file)
            }
        }
        checkNumbers(tensors.keys.sorted())
        if tensors.isEmpty { noteMissing(.noWeights, in: ModelContents.weightsName) }
        guard used.count == tensors.count, let stated = index.totalSize else { return }
        let files = used.compactMap { contents.weights[$0] }
        guard files.count == used.count else { return }
        let found = files.reduce(0) { $0.clampedSum($1.tensorBytes) }
        if found != stated { note(.totalSize(stated: stated, found: found), in: ShardIndex.fileName) }
    }

    /// Shards are numbered from 1 to their count, each once.
    private mutating func checkNumbers(_ files: [String]) {
        let names = files.compactMap { ShardName($0) }
        guard let count = names.map(\.count).max() else { return }
        let numbers = Set(names.filter { $0.count == count && (1...max(count, 1)).contains($0.number) })
        if numbers.count != count || names.count != count {
            noteMissing(.shardCount(named: names.count, of: count), in: ShardIndex.fileName)
        }
    }

    private mutating func checkTensors(_ index: ShardIndex) {
        let inside = contents.weights.mapValues { Set($0.tensors.lazy.map(\.name)) }
        for (tensor, file) in index.files.sorted(by: { $0.key < $1.key }) {
            if let shard = inside[file], !shard.contains(tensor) {
                note(.notInShard(file), in: ShardIndex.fileName, tensor: tensor)
            }
        }
        for file in used {
            for tensor in contents.weights[file]?.tensors ?? [] {
                guard let named = index.files[tensor.name] else {
                    note(.notInIndex, in: file, tensor: tensor.name)
                    continue
                }
                if named != file, inside[named]?.contains(tensor.name) == true {
                    note(.inTwoShards(named), in: file, tensor: tensor.name)
                }
            }
        }
    }

    private mutating func checkUnused() {
        let weights = contents.names.filter { ShardName($0) != nil || $0 == ModelContents.weightsName }
        for name in weights.subtracting(used).sorted() { note(.unusedShard, in: name) }
    }
}

extension String {
    /// True for what names a file and no way to one.
    fileprivate var isPlainName: Bool {
        !utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    }
}
