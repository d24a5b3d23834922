import Containerd
import MirrorCore
import Testing

@Suite struct ConformanceTests {
    /// Each vector in each version that it lists; one that fails names itself.
    @Test(arguments: Vector.all)
    func asContainerdDoes(_ vector: Vector) throws {
        guard believedWrong[vector.id] == nil else { return }
        let check = try #require(conformanceChecks[vector.kind], "no check for vectors of kind \(vector.kind)")
        for version in vector.versions {
            #expect(check(vector, rules(for: version)) == [], "\(version)")
        }
    }

    @Test func theVectorsAreThere() throws {
        let vectors = try Vector.load()
        #expect(vectors.count == Vector.all.count && vectors.count > 800)
        #expect(vectors.allSatisfy { !$0.versions.isEmpty })
        #expect(Set(vectors.map(\.kind)) == Set(conformanceChecks.keys))
        #expect(believedWrong.count <= 5)
    }

    /// Vectors of other programs name no containerd version; the newest one stands for them.
    private func rules(for text: String) -> ContainerdRules {
        let version = text.first?.isNumber == true ? ContainerdVersion(text) : nil
        return (version ?? ContainerdVersion(2, 3, 4)).rules
    }
}
