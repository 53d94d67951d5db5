import TuneArchives
import TuneBytes

/// What unpacking would write, kept in memory.
struct UnpackedInMemory: Equatable {
    struct Entry: Equatable {
        var entry: ArchiveEntry
        var data: [UInt8] = []
    }

    var entries: [Entry] = []
    var notes: [ArchiveReader.Note] = []
    var refusal: ArchiveRefusal?

    private static let limit = 1 << 20

    init(_ bytes: [UInt8], piece: Int) {
        do throws(ArchiveRefusal) {
            try read(Pieces(bytes, size: piece))
        } catch {
            refusal = error
        }
    }

    private mutating func read(_ stream: Pieces) throws(ArchiveRefusal) {
        var limits = ArchiveLimits()
        limits.bytes = Self.limit
        limits.entries = 100
        limits.ratioWindow = Self.limit
        let reader = try ArchiveReader(stream, name: "fuzz", limits: limits)
        while let entry = try reader.next() {
            entries.append(Entry(entry: entry))
            let last = entries.count - 1
            try reader.data { bytes throws(ArchiveRefusal) in
                for index in bytes.indices { entries[last].data.append(bytes[index]) }
            }
        }
        notes = reader.notes
    }

    /// Stops when something was let through that may not be.
    func checkPolicy() {
        var seen: Set<String> = []
        var files: Set<[String]> = []
        for (index, entry) in entries.enumerated() {
            let (name, isFolder) = (entry.entry.name, entry.entry.isFolder)
            for component in name.components where !Self.isPlain(component) {
                fatalError("`\(component)` is part of a name")
            }
            let parents = (0..<name.components.count).map { Array(name.components.prefix($0)) }
            guard !parents.contains(where: files.contains) else { fatalError("\(name.path) is below a file") }
            if !isFolder {
                guard !name.components.isEmpty, seen.insert(name.path).inserted else { fatalError("twice") }
                files.insert(name.components)
            }
            let isWhole = index < entries.count - 1 || refusal == nil
            guard !isWhole || entry.data.count == (isFolder ? 0 : entry.entry.size) else {
                fatalError("\(name.path) has \(entry.data.count) bytes")
            }
        }
        guard entries.count <= 100, entries.reduce(0, { $0 + $1.data.count }) <= Self.limit else {
            fatalError("a limit does not hold")
        }
    }

    private static func isPlain(_ component: String) -> Bool {
        !component.isEmpty && component != "." && component != ".." && component.utf8.count <= 255
            && component.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x2F && $0 != 0x5C }
    }
}

/// What the gzip layer holds, and how it ends.
struct InflatedText: Equatable {
    var bytes: [UInt8] = []
    var error: ByteError?

    private static let most = 1 << 20

    init(_ stored: [UInt8], piece: Int, workers: Int) {
        let input = GzipInput(Pieces(stored, size: piece), path: "fuzz", workers: workers)
        do throws(ByteError) {
            while bytes.count < Self.most, try input.read(4096, into: &bytes) > 0 {}
        } catch {
            self.error = error
        }
        // Where it is stopped depends on the pieces.
        if bytes.count >= Self.most { self.bytes = [] }
    }
}

/// Bytes in memory, handed out in pieces of a size.
final class Pieces: ByteStream {
    private let memory: MemoryInput
    private let size: Int

    init(_ bytes: [UInt8], size: Int) {
        memory = MemoryInput(bytes)
        self.size = size
    }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        try memory.read(min(count, size), into: &bytes)
    }
}
