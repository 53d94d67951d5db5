package import TuneArchives
import TuneBytes

extension ArchiveRefusal {
    /// What kind of thing keeps an archive from being unpacked.
    package enum Blame { case damage, contents, circumstances }

    /// Damage of the archive's bytes, what it holds, or circumstances, which may be otherwise the next time.
    package var blame: Blame {
        switch self {
        case .source(.gzipTruncated), .source(.gzipDamaged), .source(.gzipTrailingBytes): .damage
        case .empty, .notAnArchive, .notTar, .truncated, .damaged: .damage
        case .entry(_, _, .tooMany), .entry(_, _, .tooLarge), .entry(_, _, .noRoom): .circumstances
        case .entry, .bomb, .nothingInside, .hidden: .contents
        default: .circumstances
        }
    }

    /// Whether it only says that the download to the file `part` stopped.
    package func follows(_ part: String) -> Bool {
        switch self {
        case .interrupted: true
        case .source(.failed(.read, let path, _)): path == part
        default: false
        }
    }
}
