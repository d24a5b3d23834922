import MirrorCore
import Testing

@testable import Diagnosis

@Suite struct ContainedPathTests {
    @Test func leadsNowhereElse() {
        for text in ["etc/x", "/etc/containerd/certs.d/h:5000/hosts.toml", "a//b", "...", ".hidden"] {
            #expect(ContainedPath(text) != nil, "\(text)")
        }
        let long = String(repeating: "a", count: 256)
        for text in ["", "/", "..", "a/../b", "/..", "./a", "a/.", "a\u{0}b", "a\nb", "a/\(long)"] {
            #expect(ContainedPath(text) == nil, "\(text)")
        }
        #expect(ContainedPath("/a//b/")?.parts == ["a", "b"])
    }

    /// What a bundle's archive may name.
    @Test func anArchiveWithSuchNamesIsRefused() throws {
        for name in ["../x", "a/../../x", "a/./x", "a\u{1}b"] {
            let bytes = TarArchive.write([TarArchive.Entry(name, [1])])
            #expect(throws: TarArchive.Failure.unexpectedEntry(name)) { try TarArchive.read(bytes) }
        }
        #expect(try TarArchive.read(TarArchive.write([TarArchive.Entry("a/b", [1])])).map(\.name) == ["a/b"])
    }

    /// A path in a node's files is a name in the archive only where it is one.
    @Test func aBundleOfOddPathsHoldsThemUnderNumbers() throws {
        var bundle = EvidenceBundle()
        bundle.files.add("/etc/a\u{1}b", .file([0x61]))
        bundle.files.add("/etc/" + String(repeating: "d/", count: 60) + "x", .file([0x62]))
        let entries = try bundle.entries(known: [])
        #expect(entries.filter { $0.name.hasPrefix("mirrorctl/files/") }.count == 2)
        let opened = try EvidenceBundle(entries)
        #expect(opened.files == bundle.files)
    }
}
