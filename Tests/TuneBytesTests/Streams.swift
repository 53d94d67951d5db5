import TuneBytes

/// Hands out at most `block` bytes at a time, as a slow pipe does.
final class DrippingInput: ByteStream {
    private let memory: MemoryInput
    private let block: Int

    init(_ bytes: [UInt8], block: Int) {
        memory = MemoryInput(bytes)
        self.block = block
    }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        try memory.read(min(count, block), into: &bytes)
    }
}

/// What a stream gave before it ended or failed.
struct Reading {
    var bytes: [UInt8] = []
    var error: ByteError?

    init(_ stream: any ByteStream, readSize: Int = 4096) {
        do throws(ByteError) {
            while try stream.read(readSize, into: &bytes) > 0 {}
        } catch {
            self.error = error
        }
    }
}
