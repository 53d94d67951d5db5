import TuneArchives

extension ArchiveReader.Note {
    var words: String {
        switch self {
        case .plainTar: "the archive is not compressed; something on its way has undone that"
        case .noEndBlocks: "the tar ends without its two blocks of zeros; its checksum is right"
        case .oldFolderLeft(let path):
            "the folder that was replaced could not be removed; what is left of it is `\(path)`"
        }
    }
}
