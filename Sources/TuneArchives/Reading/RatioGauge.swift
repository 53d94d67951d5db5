/// Watches how many bytes of text the stored bytes become, over a window that moves along the text.
struct RatioGauge {
    private let limit: Int
    private let window: Int
    /// Stored bytes used up at the beginning of each step of the window, oldest first.
    private var marks: [Int] = [0]
    private var marked = 0

    private static let stepsPerWindow = 64

    init(limits: ArchiveLimits) {
        limit = limits.ratio
        window = limits.ratioWindow
    }

    /// Takes the number of stored bytes used up and of bytes of text made so far; throws when the ratio is beyond the
    /// limit.
    mutating func check(stored: Int, text: Int) throws(ArchiveRefusal) {
        let step = max(1, window / Self.stepsPerWindow)
        guard text - marked >= step else { return }
        marked = text
        marks.append(stored)
        guard marks.count > Self.stepsPerWindow else { return }
        let used = stored - marks.removeFirst()
        if window / limit > used { throw .bomb(stored: used, text: window, limit: limit) }
    }
}
