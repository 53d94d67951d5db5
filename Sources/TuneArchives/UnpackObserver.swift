/// Looks at files while they are unpacked.
public protocol UnpackObserver: AnyObject {
    /// Called when a file begins.
    func begin(_ entry: ArchiveEntry)
    /// Called with the next bytes of the file, which are lent for the length of the call.
    func take(_ piece: Span<UInt8>)
    /// Called when the file is complete.
    func end()
}
