import Foundation
import MirrorCore
import Testing

@Suite struct ConformanceTests {
    /// A few failures of each kind are shown; all are counted.
    private static let shown = Int(ProcessInfo.processInfo.environment["MIRRORCTL_SHOW_FAILURES"] ?? "") ?? 5

    @Test func everyVectorHoldsForEveryVersionItLists() throws {
        #expect(believedWrong.count <= 5)
        let vectors = try Vector.load()
        let kinds = Dictionary(grouping: vectors, by: \.kind)
        for (kind, vectors) in kinds.sorted(by: { $0.key < $1.key }) {
            guard let check = conformanceChecks[kind] else {
                Issue.record("no check for vectors of kind \(kind)")
                continue
            }
            var passed = 0
            var failures: [String] = []
            for vector in vectors where believedWrong[vector.id] == nil {
                for version in vector.versions {
                    let differences = check(vector, rules(for: version))
                    if differences.isEmpty {
                        passed += 1
                    } else {
                        failures.append("\(vector.id) \(version): " + differences.joined(separator: "\n    "))
                    }
                }
            }
            print("\(kind): \(passed) passed, \(failures.count) failed")
            for failure in failures.prefix(Self.shown) { print("  " + failure) }
            #expect(failures.isEmpty, "\(kind): \(failures.count) failed")
        }
    }

    /// Vectors of other programs name no containerd version; the newest one stands for them.
    private func rules(for text: String) -> ContainerdRules {
        let version = text.first?.isNumber == true ? ContainerdVersion(text) : nil
        return (version ?? ContainerdVersion(2, 3, 4)).rules
    }
}
