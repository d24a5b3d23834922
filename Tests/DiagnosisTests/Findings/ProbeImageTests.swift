import Diagnosis
import Testing

@Suite struct ProbeImageTests {
    @Test func theMirrorSeesThePathWithoutTheHost() throws {
        let digest = "sha256:" + String(repeating: "a", count: 64)
        let rows: [(String, path: String, reference: String)] = [
            ("gcr.io/a/b:1", "ns/a/b", "1"), ("a/b:1", "ns/a/b", "1"), ("gcr.io/a/b", "ns/a/b", "latest"),
            ("docker.io/busybox:1", "ns/library/busybox", "1"), ("h:5000/x:y", "ns/x", "y"),
            ("gcr.io/a@\(digest)", "ns/a", digest),
        ]
        for (text, path, reference) in rows {
            let image = try #require(ProbeImage(text), "\(text)")
            #expect(image.path(below: "ns") == path)
            #expect(image.reference == reference)
        }
    }

    @Test func othersAreRefused() {
        for text in [
            "", "gcr.io/A/b:1", "gcr.io/a b", "gcr.io/a/../b:1", "https://gcr.io/a", "gcr.io/a:", "a\u{1B}[31m",
        ] {
            #expect(ProbeImage(text) == nil, "\(text)")
        }
    }
}
