import Synchronization
import Testing
import TuneBytes

@Suite("the wish to stop")
struct CancellationTests {
    @Test("a part of a run stops with the whole, the whole not with a part")
    func parts() {
        let whole = Cancellation()
        let first = Cancellation(within: whole)
        let second = Cancellation(within: whole)
        #expect(!first.isCancelled)
        first.cancel()
        #expect(first.isCancelled)
        #expect(!second.isCancelled)
        #expect(!whole.isCancelled)
        whole.cancel()
        #expect(second.isCancelled)
        #expect(whole.isCancelled)
    }

    @Test("a condition is asked each time")
    func condition() {
        let isOver = Mutex(false)
        let cancellation = Cancellation { isOver.withLock { $0 } }
        #expect(!cancellation.isCancelled)
        isOver.withLock { $0 = true }
        #expect(cancellation.isCancelled)
    }
}
