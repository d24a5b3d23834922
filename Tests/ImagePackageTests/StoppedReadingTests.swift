import ImagePackage
import Synchronization
import TestSupport
import Testing

/// A reading that is ended does not go on to the next image: between two of them may lie minutes of decoding.
@Suite struct StoppedReadingTests {
    private final class Asked: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test(arguments: ["one.tar.xz", "bundle.tar.gz", "bundle.tar.zst"])
    func itEndsWithTheNextPage(form: String) throws {
        let reader = try PackageReader(path: try Packages.made()(form))
        let asked = Asked()
        // The first page was decoded to tell what it is.
        reader.stopReading { asked.add() > 1 }
        #expect(throws: PackageError.stopped) { try reader.contents() }
        #expect(asked.value == 2)
        #expect(throws: PackageError.stopped) { try reader.images { _ in } }
        // Nothing is wrong with what was begun: the same reader goes on.
        reader.stopReading { false }
        #expect(try reader.contents().images.count > 4)
    }
}
