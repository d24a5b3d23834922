import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// The choice of registry hosts: ticked with Space, narrowed by typing, however long the list is.
@Suite struct HostsTests {
    @Test func hostsAreTurnedAndOthersAdded() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.press(.down, .character(" "), .up, .character(" "))
        walk.type("reg.example:5000")
        walk.press(.enter)
        #expect(walk.state.mirror.hosts == ["registry.k8s.io", "docker.io", "reg.example:5000"])
        // What was added is in focus.
        walk.press(.character(" "))
        #expect(walk.state.mirror.hosts == ["registry.k8s.io", "docker.io"])
    }

    @Test func typingNarrowsTheList() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.type("QUAY")
        #expect(walk.state.hostRows.map(\.name) == ["quay.io", "QUAY"])
        walk.press(.enter)
        #expect(walk.state.mirror.hosts == ["quay.io"] && walk.state.mirrors.hosts.filter.isEmpty)
        // The row that was turned has the focus, among all.
        #expect(walk.state.hostRows[walk.state.mirrors.hosts.row].name == "quay.io")
        walk.type("pkg")
        walk.press(.escape)
        #expect(walk.state.step == .hosts && walk.state.mirrors.hosts.filter.isEmpty)
        // gcr.io is mirrored whether it is listed or not.
        walk.type("gcr.io")
        #expect(walk.state.hostRows.map(\.name) == ["k8s.gcr.io"])
    }

    @Test func enterComesBackToTheFormAndGoesOn() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.press(.enter, .enter)
        // Without a host Enter shows which there are; with one it goes on.
        walk.press(.enter)
        #expect(walk.state.step == .hosts)
        walk.press(.enter)
        #expect(walk.state.step == .mirror && walk.state.currentField?.id == .caCertPath)
        walk.press(.backTab, .character(" "), .character(" "), .escape)
        #expect(walk.state.mirror.hosts == ["docker.io"] && walk.state.currentField?.id == .hosts)
        walk.press(.enter)
        #expect(walk.state.step == .mirror && walk.state.currentField?.id == .caCertPath)
    }

    @Test func aLetterOnTheLineOfTheFormBeginsTheFilter() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.focus(.hosts)
        walk.type("qu")
        #expect(walk.state.step == .hosts && walk.state.mirrors.hosts.filter == "qu")
        walk.press(.escape, .escape, .paste("own.example"))
        #expect(walk.state.mirrors.hosts.filter == "own.example")
    }

    @Test func eachTickIsUndone() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.press(.character(" "), .down, .character(" "), .control("z"))
        #expect(walk.state.mirror.hosts == ["docker.io"] && walk.state.step == .hosts)
    }

    private func many(_ count: Int, columns: Int = 80, rows: Int = 24) -> Walk {
        var answers = Answers()
        answers.mirrors = [MirrorDraft(endpoint: "https://h:5000")]
        answers.mirrors[0].hosts = (0..<count).map { "host\($0).example.org" }
        var walk = Walk(columns: columns, rows: rows, answers: answers)
        walk.go(to: .hosts)
        return walk
    }

    @Test func thousandsOfHosts() {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            var walk = many(2000, columns: columns, rows: rows)
            walk.type("199")
            walk.press(.down, .down)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/hosts.many.\(columns)x\(rows).txt")
            walk.press(.escape, .pageDown, .pageDown)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/hosts.many-scrolled.\(columns)x\(rows).txt")
        }
    }
}
