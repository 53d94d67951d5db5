public import TuneBytes

extension ModelDefect {
    /// What can be wrong with a model folder.
    public enum Kind: Sendable, Hashable {
        // The folder's entries.
        /// A link, a pipe, a socket or a device.
        case notAFile(FolderEntry.Kind)
        /// A file or a folder that cannot be read, with the system's word for it.
        case unreadable(reason: String)
        /// A name with characters that are not seen or mislead.
        case awkwardName
        /// More files and folders than are looked at.
        case tooManyEntries(limit: Int)

        /// A file in which macOS keeps attributes of others; the number of all such files.
        case appleDouble(files: Int)
        /// The number of the file's defects that are not listed.
        case moreDefects(Int)

        // What can run code.
        /// A pickle, or what may be one.
        case pickle(FileSignature)
        /// A program, a library or a script.
        case executable(FileSignature)
        /// Python code.
        case python
        /// A setting that has code loaded, with the names in it.
        case remoteCode([String])

        // What cannot be read.
        /// A safetensors file that breaks the format.
        case weights(SafetensorsDefect)
        /// A tensor some of whose numbers are not finite; `of` is the number of all.
        case nonFinite(NonFiniteCount, of: Int)
        /// A file that is not JSON.
        case json(JSONReaderError)
        /// A number that Python writes and JSON does not know, by its name.
        case pythonNumber(String)
        /// A JSON file that is too long to be settings.
        case tooLong(size: Int, limit: Int)
        /// A key that is there twice.
        case repeatedKey
        /// A setting that makes no sense.
        case setting(JSON)
        /// A setting that has to be there and is not.
        case missingSetting

        // What is missing.
        /// Neither an adapter nor a full model.
        case noModel
        /// Weights without the file that says what they are.
        case noConfiguration
        /// Settings without weights; the file that should hold them is the path.
        case noWeights
        /// No file that says how text becomes tokens.
        case noTokenizer

        // Shards and their index.
        /// A shard that the index names is not there; the number of tensors it should hold.
        case missingShard(tensors: Int)
        /// The index names a file that is no safetensors file of this folder.
        case shardOutside(String)
        /// The shards named are not as many as their names say.
        case shardCount(named: Int, of: Int)
        /// The number of shards for which there is no index.
        case noIndex(shards: Int)
        /// Weights that the index does not name.
        case unusedShard
        /// A tensor is not in the shard that the index names.
        case notInShard(String)
        /// A tensor is not in the index.
        case notInIndex
        /// A tensor is in another shard as well.
        case inTwoShards(String)
        /// The index gives another number of bytes.
        case totalSize(stated: Int, found: Int)

        // The tensors of a full model.
        /// A tensor that the configuration asks for is not there.
        case missingTensor(shape: [Int])
        /// A tensor has another shape than the configuration asks for.
        case wrongShape(found: [Int], wanted: [Int])
        /// A tensor has a dimension of 0.
        case emptyTensor(shape: [Int])
        /// A tensor that belongs to nothing.
        case unknownTensor

        // Adapters.
        /// An adapter that is not LoRA.
        case otherAdapter(String)
        /// A module has one tensor of a pair only.
        case missingHalf(module: String, has: String, lacks: String)
        /// A tensor of a pair has another rank than it should.
        case wrongRank(found: Int, wanted: Int)
        /// The two tensors of a pair do not fit each other.
        case ranksDiffer(module: String, a: Int, b: Int)
        /// A tensor of a pair is no matrix.
        case noMatrix(shape: [Int])
        /// A module that was to be trained has no tensors.
        case untrainedTarget(String)
        /// The same, while other modules that were to be trained have theirs.
        case absentTarget(String)
        /// No tensor of the file is LoRA's.
        case noLora
        /// A module has tensors in some layers only; `module` has `*` for the layer.
        case missingLayers(module: String, layers: [Int])
        /// Not all tensors have the same type; the number of tensors of each.
        case mixedTypes([TensorType: Int])

        // The job that made it.
        /// The job's record speaks of an adapter, and this is none.
        case jobNotCompared
        /// The job's record says something else.
        case jobDisagrees(job: String, model: String)
        /// The job's record names another base model.
        case otherBaseModel(job: String, model: String)
    }
}
