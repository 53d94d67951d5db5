import Foundation
import HouseMeasure

/// Prints the measures of a package: `sh Tests/house [--list] [FOLDER]`.
@main
enum HouseCommand {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let listsAll = arguments.contains("--list")
        arguments.removeAll { $0 == "--list" }
        let house = try House(root: URL(filePath: arguments.first ?? "."))
        print(house.table, "", House.legend, "", separator: "\n")
        for (name, found) in house.offences {
            print("\(found.count) \(name)")
            if listsAll { for line in found { print("  \(line)") } }
        }
    }
}
