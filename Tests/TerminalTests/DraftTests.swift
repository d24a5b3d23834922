import Foundation
import TestSupport
import Testing

/// Sessions that end as no session should, and those that come after.
@Suite(.serialized, .terminals) struct DraftTests {
    private static let drafts = "home/.local/state/mirrorctl/drafts"

    /// Every draft that is kept now, by name.
    private func drafts(_ station: Workstation) -> [String: String] {
        let folder = station.folder + "/" + Self.drafts
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".json")
        }
        return Dictionary(uniqueKeysWithValues: names.map { ($0, (try? station.read(Self.drafts + "/" + $0)) ?? "") })
    }

    private func waitForDraft(_ station: Workstation, holding text: String) throws {
        let end = Date(timeIntervalSinceNow: 30)
        while !drafts(station).values.contains(where: { $0.contains(text) }) {
            guard Date() < end else { throw Tmux.Timeout(description: "no draft holds \(text): \(drafts(station))") }
            usleep(20_000)
        }
    }

    private func kill(_ station: Workstation) throws {
        let process = try #require(try station.terminal.childProcess())
        Foundation.kill(process, SIGKILL)
        try station.terminal.wait(for: "Killed")
        try station.terminal.run("reset; clear; echo cle'ared'")
        try station.terminal.wait(for: "cleared")
    }

    /// The page without what comes and goes by itself, as a mark does with the probe.
    private func page(_ station: Workstation) throws -> String {
        let lines = try station.terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
        let unmarked = lines.prefix(11).dropFirst(2).map { $0.replacing(#/ +[✓✗!]? *$/#, with: "") }
        return unmarked.joined(separator: "\n") + " at " + (try station.terminal.cursor())
    }

    /// What is typed, and what of it has to be in the draft before the process is killed.
    static let events: [(keys: [String], text: String, held: String)] = [
        ([], "https://registry.plant", "https:\\/\\/registry.plant\""), (["Left", "Left"], "x", "registry.plaxnt"),
        (["C-z"], "", "registry.plant\""), (["M-z", "End"], ":5000", "registry.plaxnt:5000"),
        (["Enter"], "mirror/a", "\"mirror\\/a\""), (["Home", "Right"], "i", "\"miirror\\/a\""),
        (["Enter", "Enter", "Space"], "", "docker.io"), (["Enter"], "/root/ca.crt", "\\/root\\/ca.crt"),
    ]

    @Test func killedAtAnyEventItGoesOnAtTheSamePlace() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        try station.start("mirrorctl --cluster-config admin1.yaml")
        try station.terminal.wait(for: "admin1 · admin")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        for event in Self.events {
            for key in event.keys { try station.terminal.press(key) }
            if !event.text.isEmpty { try station.terminal.type(event.text) }
            try waitForDraft(station, holding: event.held)
            // The draft of the last key is on disk when nothing changes any more.
            var last: [String: String] = [:]
            while drafts(station) != last {
                last = drafts(station)
                usleep(400_000)
            }
            let before = try page(station)
            try kill(station)
            #expect(drafts(station).count == 1)
            try station.start("mirrorctl --cluster-config $PWD/admin1.yaml")
            try station.terminal.wait(for: "take it up")
            try station.terminal.press("Enter")
            try station.terminal.wait("the same page: \(before)") { _ in (try? page(station)) == before }
        }
        try station.terminal.press("C-c")
        try station.terminal.wait(for: "Esc stay")
        try station.terminal.press("Enter")
        #expect(try station.end().modesKept)
    }

    @Test func anotherFileNeverSeesIt() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        for name in ["a.yaml", "b.yaml"] {
            try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: name)
        }
        try station.start("mirrorctl --cluster-config a.yaml")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try station.terminal.type("https://of-a:5000")
        try waitForDraft(station, holding: "of-a:5000")
        try kill(station)
        try station.start("mirrorctl --cluster-config b.yaml")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try station.terminal.type("https://of-b:5000")
        try waitForDraft(station, holding: "of-b:5000")
        #expect(drafts(station).count == 2)
        try station.terminal.press("C-z")
        try station.terminal.wait("no URL") { !$0.contains("of-b") }
        try station.terminal.press("C-c")
        _ = try station.end()
        #expect(drafts(station).values.contains { $0.contains("of-a:5000") })
        try station.terminal.run("clear")
        try station.start("mirrorctl --cluster-config a.yaml")
        try station.terminal.wait(for: "of-a:5000")
        try station.terminal.press("Escape")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try station.terminal.press("C-c")
        _ = try station.end()
        #expect(!drafts(station).values.contains { $0.contains("of-a:5000") })
    }

    @Test func theSecondSessionIsTold() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "a.yaml")
        try station.start("mirrorctl --cluster-config a.yaml")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try station.terminal.type("https://first:5000")
        try waitForDraft(station, holding: "first:5000")
        let first = try #require(try station.terminal.childProcess())
        let second = try Tmux(
            columns: 80,
            rows: 24,
            directory: station.folder,
            environment: ["HOME=\(station.folder)/home"]
        )
        try second.run("\(Tool.mirrorctl) --cluster-config ./a.yaml; echo ended")
        try second.wait(for: "process \(first)")
        try second.press("Enter")
        try second.wait(for: "▸MIRRORS › 1")
        try second.type("https://second:5000")
        try waitForDraft(station, holding: "second:5000")
        try waitForDraft(station, holding: "first:5000")
        try second.press("C-c")
        try second.wait(for: "Esc stay")
        try second.press("Enter")
        try second.wait("the end") { $0.contains("\nended") }
        try kill(station)
        try station.start("mirrorctl --cluster-config a.yaml")
        try station.terminal.wait(for: "first:5000")
        try station.terminal.press("Enter")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try station.terminal.press("C-c")
        try station.terminal.wait(for: "Esc stay")
        try station.terminal.press("Enter")
        _ = try station.end()
    }
}
