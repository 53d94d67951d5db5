extension ModelReport.Kind {
    /// What the names of a folder's files promise.
    init(ofFolderWith names: Set<String>) {
        let isAdapter = names.contains {
            $0 == ModelContents.adapterConfigurationName || $0.hasPrefix("adapter_model.")
        }
        let isFull = names.contains {
            $0 == ModelContents.configurationName || $0 == ShardIndex.fileName
                || $0 == ModelContents.weightsName
                || $0.hasPrefix("pytorch_model") || ShardName($0) != nil
        }
        self = isAdapter ? .adapter : isFull ? .full : .neither
    }
}
