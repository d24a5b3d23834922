import Testing
import Texts

@testable import MirrorCore

@Suite struct MirrorChangeTests {
    private let a = MirrorDraft(endpoint: "https://a.lan", hosts: ["docker.io", "quay.io"], caCertPath: "/ca")
    private let b = MirrorDraft(endpoint: "https://b.lan", mirrorNamespace: "n")

    private func changes(_ old: [MirrorDraft], _ new: [MirrorDraft]) -> [MirrorChange] {
        let changes = MirrorChange.changes(from: old, to: new, at: .header)
        for change in changes {
            let text = Catalogue.english(change.phrase)
            #expect(text != change.phrase.key && !text.contains("{"), "\(text)")
        }
        return changes
    }

    @Test func namesRemovalsFirst() {
        var other = b
        other.hosts = ["ghcr.io"]
        #expect(changes([a, b], [other]) == [.removed(0, a), .hostsAdded(0, ["ghcr.io"])])
        var bare = a
        bare.hosts = ["ghcr.io", "quay.io"]
        bare.caCertPath = ""
        #expect(
            changes([a], [b, bare]) == [
                .changed(1, .caCertPath, from: "/ca", to: ""), .hostsRemoved(1, ["docker.io"]), .added(0, b),
                .hostsAdded(1, ["ghcr.io"]),
            ]
        )
    }

    @Test func tellsAChangeFromAMove() {
        #expect(changes([a, b], [a, b]) == [])
        #expect(changes([a, b], [b, a]) == [.mirrorsReordered])
        var turned = a
        turned.hosts.reverse()
        turned.endpoint = "https://c.lan"
        #expect(
            changes([a], [turned]) == [
                .changed(0, .endpoint, from: "https://a.lan", to: "https://c.lan"), .hostsReordered(0),
            ]
        )
        // Secrets do not count in the header.
        turned = a
        turned.caCertSecret = "n/s"
        #expect(changes([a], [turned]) == [])
    }
}
