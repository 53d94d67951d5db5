/// Looks at files while they are unpacked.
public protocol UnpackObserver: AnyObject {
    /// A file begins.
    func begin(_ entry: ArchiveEntry)
    /// The next bytes of it.
    func take(_ piece: Span<UInt8>)
    /// It is complete.
    func end()
}
