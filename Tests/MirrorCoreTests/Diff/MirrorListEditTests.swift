import Testing
import Texts

@testable import MirrorCore

@Suite struct MirrorListEditTests {
    private let a = MirrorDraft(endpoint: "https://a.lan", mirrorNamespace: "n", hosts: ["docker.io", "quay.io"])
    private let b = MirrorDraft(endpoint: "https://b.lan", hosts: [], caCertPath: "/ca")

    private func edit(_ words: String, _ drafts: [MirrorDraft]? = nil) throws(MirrorListEditError) -> [MirrorDraft] {
        try MirrorListEdit.apply(
            MirrorListEdit.edits(from: words.split(separator: " ").map(String.init)),
            to: drafts ?? [a, b]
        )
    }

    @Test func changesWhatIsNamedAndNothingElse() throws {
        var other = a
        other.endpoint = "https://c.lan:5000"
        #expect(try edit("diff --mirror 1 --set endpoint=https://c.lan:5000") == [other, b])
        other.mirrorNamespace = "m/k"
        #expect(try edit("--mirror=https://a.lan/v2/n --set=endpoint=https://c.lan:5000/v2/m/k") == [other, b])
        other = b
        (other.caCertPath, other.hosts, other.mirrorNamespace) = ("", ["x.io", "y.io"], "q")
        #expect(
            try edit("--mirror https://b.lan --unset caCertPath --set hosts=x.io,y.io --set namespace=q") == [a, other]
        )
        other = a
        other.hosts = ["quay.io", "ghcr.io"]
        #expect(try edit("--mirror 1 --add-host ghcr.io --remove-host docker.io") == [other, b])
        for field in MirrorListEdit.fieldNames { _ = try edit("--mirror 1 --set \(field)=x") }
    }

    @Test func movesAndDropsByTheNumbersOfTheList() throws {
        let c = MirrorDraft(endpoint: "https://c.lan")
        let list = [a, b, c]
        #expect(try edit("--mirror 3 --move-to 1", list) == [c, a, b])
        #expect(try edit("--mirror 1 --move-to 3 --mirror 2 --drop", list) == [c, a])
        #expect(try edit("--mirror 1 --drop --mirror 3 --move-to 1", list) == [c, b])
        #expect(try edit("--mirror 2 --drop", list) == [a, c])
    }

    @Test func saysWhatThereIsInstead() throws {
        let table: [(String, MirrorListEditError)] = [
            ("--mirror 3 --drop", .noSuchMirror("3", count: 2)),
            ("--mirror https://x --drop", .noSuchMirror("https://x", count: 2)),
            ("--mirror 1 --drop --mirror 1 --drop", .noSuchMirror("1", count: 2)),
            ("--mirror 1 --set port=5", .noSuchField("port")), ("--mirror 1 --remove-host x", .noSuchHost("x")),
            ("--mirror 1 --move-to 3", .noSuchPosition("3", count: 2)),
            ("--mirror 1 --move-to x", .noSuchPosition("x", count: 2)),
        ]
        for (words, error) in table {
            #expect(throws: error) { try edit(words) }
            for catalogue in Catalogue.all {
                let text = catalogue(error.problem)
                #expect(!text.contains("{") && text != error.problem.key, "\(text)")
            }
        }
    }
}
