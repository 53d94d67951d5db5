import HouseMeasure
import TestSupport

/// The sources of this package, read once for all tests.
enum MeasuredHouse {
    private static let house = Result { try House(root: PackageFolder.root) }

    /// The sources; throws what went wrong when they were read.
    static func get() throws -> House { try house.get() }
}
